/**
 * What people type instead of the word: teencode, office abbreviations, Southern spellings. A key is matched exactly
 * as typed (lower case), so that "hông" is read but "hồng" is not. Only what has one likely reading stands in the
 * first tables; a reading that hangs on its neighbour stands in `byNeighbour`.
 */
const TEENCODE = `
k=không ko=không kh=không hk=không hok=không hong=không hông=không hổng=không hỏng=không kg=không khg=không kô=không  khum=không khong=không 
dc=được đc=được dươc=được đươc=được đựơc=được dk=đăng_ký đk=đăng_ký dki=đăng_ký đki=đăng_ký dky=đăng_ký đky=đăng_ký dkí=đăng_ký đkí=đăng_ký đký=đăng_ký dkks=đăng_ký_khai_sinh đkks=đăng_ký_khai_sinh dkkh=đăng_ký_kết_hôn
đkkh=đăng_ký_kết_hôn dkkd=đăng_ký_kinh_doanh đkkd=đăng_ký_kinh_doanh gpkd=giấy_phép_kinh_doanh dktt=đăng_ký_thường_trú đktt=đăng_ký_thường_trú đkx=đăng_ký_xe dkx=đăng_ký_xe
j=gì ji=gì gj=gì z=vậy v=vậy dz=vậy zay=vậy zậy=vậy dzậy=vậy dzay=vậy zạy=vậy r=rồi rùi=rồi òi=rồi 
bn=bao_nhiêu bnh=bao_nhiêu bnhieu=bao_nhiêu bnhiu=bao_nhiêu bnhiêu=bao_nhiêu baonhiu=bao_nhiêu bnhju=bao_nhiêu nhiu=nhiêu nhju=nhiêu
ntn=như_thế_nào nthe=như_thế ntnao=như_thế_nào lm=làm lsao=làm_sao lj=là_gì s=sao seo=sao sdt=số_điện_thoại sđt=số_điện_thoại dt=điện_thoại đt=điện_thoại
tks=cảm_ơn thks=cảm_ơn thanks=cảm_ơn thank=cảm_ơn thx=cảm_ơn tk=tài_khoản tkhoan=tài_khoản cmon=cảm_ơn cmơn=cảm_ơn camon=cảm_ơn   kảm=cảm
vs=với w=với ng=người ngta=người_ta ngừi=người mk=mình mik=mình mjnh=mình m=mình t=tôi tui=tôi e=em a=anh c=chị b=bạn ad=ad adm=ad admin=ad mn=mọi_người mng=mọi_người
ck=chồng vk=vợ ox=chồng bx=vợ gđ=gia_đình gd=gia_đình trc=trước trg=trường trog=trong cx=cũng cg=cũng cug=cũng nma=nhưng_mà nhma=nhưng_mà nx=nữa bik=biết bít=biết bjt=biết pít=biết
bh=bây_giờ bjo=bây_giờ bgio=bây_giờ h=giờ lun=luôn wá=quá wen=quen wên=quên wan=quan xog=xong xg=xong xjn=xin mún=muốn mốn=muốn mún=muốn ik=đi đj=đi dj=đi nhá=nhé
onl=online onlai=online onlain=online ol=online  pass=mật_khẩu fb=facebook zl=zalo hs=hồ_sơ hsơ=hồ_sơ hso=hồ_sơ gt=giấy_tờ gtờ=giấy_tờ gto=giấy_tờ tt=thủ_tục ttuc=thủ_tục tthc=thủ_tục_hành_chính
cty=công_ty vp=văn_phòng bv=bệnh_viện cb=cán_bộ cbo=cán_bộ nv=nhân_viên tp=thành_phố vn=việt_nam tq=trung_quốc nn=nước_ngoài hq=hàn_quốc đl=đài_loan vc=vợ_chồng tr=triệu
thág=tháng thag=tháng thg=tháng cn=chủ_nhật dvc=dịch_vụ_công dvcqg=dịch_vụ_công_quốc_gia dvctt=dịch_vụ_công_trực_tuyến ttpvhcc=trung_tâm_phục_vụ_hành_chính_công pvhcc=phục_vụ_hành_chính_công hcc=hành_chính_công
dg=đang nc=nói_chuyện trl=trả_lời rep=trả_lời ib=nhắn_tin gthich=giải_thích hdan=hướng_dẫn hdẫn=hướng_dẫn nhak=nhé ngke=nhé vde=vấn_đề nvay=như_vậy thui=thôi đag=đang ms=mới ns=nói bùn=buồn kím=kiếm
`;

const OFFICE = `
gks=giấy_khai_sinh ks=khai_sinh kt=khai_tử gkt=giấy_khai_tử gbt=giấy_báo_tử gđt=giấy_độc_thân gdt=giấy_độc_thân tht=tổ_hợp_tác gcs=giấy_chứng_sinh tlks=trích_lục_khai_sinh tl=trích_lục gdkkh=giấy_đăng_ký_kết_hôn gđkkh=giấy_đăng_ký_kết_hôn gcnkh=giấy_chứng_nhận_kết_hôn
xn=xác_nhận xntthn=xác_nhận_tình_trạng_hôn_nhân gxntthn=giấy_xác_nhận_tình_trạng_hôn_nhân tthn=tình_trạng_hôn_nhân xnđt=xác_nhận_độc_thân gxn=giấy_xác_nhận xnct=xác_nhận_cư_trú ttct=thông_tin_cư_trú
cccd=căn_cước cc=căn_cước tcc=thẻ_căn_cước ccđt=căn_cước_điện_tử ccd=căn_cước cccđ=căn_cước cccdd=căn_cước cmnd=chứng_minh_nhân_dân cmt=chứng_minh_nhân_dân cmtnd=chứng_minh_nhân_dân cmdn=chứng_minh_nhân_dân
shk=sổ_hộ_khẩu hktt=hộ_khẩu_thường_trú hkhau=hộ_khẩu hkhẩu=hộ_khẩu bhyt=bảo_hiểm_y_tế bhxh=bảo_hiểm_xã_hội bhtn=bảo_hiểm_thất_nghiệp tctn=trợ_cấp_thất_nghiệp bhxhtn=bảo_hiểm_xã_hội_tự_nguyện
gplx=giấy_phép_lái_xe glx=bằng_lái_xe blx=bằng_lái_xe cavet=cà_vẹt cavẹt=cà_vẹt càvẹt=cà_vẹt bks=biển_số_xe bsx=biển_số_xe hkd=hộ_kinh_doanh hộkd=hộ_kinh_doanh mst=mã_số_thuế htx=hợp_tác_xã dn=doanh_nghiệp dntn=doanh_nghiệp_tư_nhân tnhh=công_ty_tnhh
attp=an_toàn_thực_phẩm vsattp=an_toàn_thực_phẩm atvstp=an_toàn_thực_phẩm pccc=phòng_cháy_chữa_cháy gcn=giấy_chứng_nhận gcnqsdđ=sổ_đỏ gcnqsdd=sổ_đỏ qsdđ=quyền_sử_dụng_đất qsdd=quyền_sử_dụng_đất qsd=quyền_sử_dụng
sđ=sổ_đỏ gpxd=giấy_phép_xây_dựng cpxd=giấy_phép_xây_dựng xd=xây_dựng cmđ=chuyển_mục_đích cmđsd=chuyển_mục_đích_sử_dụng cmđsdđ=chuyển_mục_đích_sử_dụng_đất cmdsdd=chuyển_mục_đích_sử_dụng_đất hđ=hợp_đồng hd=hợp_đồng
hđmb=hợp_đồng_mua_bán uq=ủy_quyền vpđk=văn_phòng_đăng_ký_đất_đai đđ=đất_đai ntts=nuôi_trồng_thủy_sản ubnd=ủy_ban_nhân_dân ub=ủy_ban ubx=ủy_ban_xã cax=công_an_xã hđnd=hội_đồng_nhân_dân bpmc=bộ_phận_một_cửa
lltp=lý_lịch_tư_pháp pltp=phiếu_lý_lịch_tư_pháp plltp=phiếu_lý_lịch_tư_pháp passport=hộ_chiếu pasport=hộ_chiếu passpo=hộ_chiếu nvqs=nghĩa_vụ_quân_sự nkt=người_khuyết_tật tcxh=trợ_cấp_xã_hội ncc=người_có_công btxh=bảo_trợ_xã_hội mtp=mai_táng_phí
cthuc=chứng_thực cthực=chứng_thực cchung=công_chứng cchứng=công_chứng vnid=vneid vnei=vneid vneit=vneid vned=vneid vnied=vneid vneidd=vneid đdđt=định_danh_điện_tử dddt=định_danh_điện_tử ddct=định_danh gpmt=giấy_phép_môi_trường
nđ=nghị_định tntn=tai_nạn gpll=giấy_phép_lái_xe smartbanking=ngân_hàng cmndd=chứng_minh_nhân_dân đkkhô=đăng_ký_kết_hôn hpt=học_phí thcs=trung_học_cơ_sở thpt=trung_học_phổ_thông tnlđ=tai_nạn_lao_động
`;

const SOUTHERN = `
sanh=sinh nhứt=nhất dìa=về zề=về zìa=về dề=về zô=vô dzô=vô dô=vô nhơn=nhân chánh=chính tánh=tính gởi=gửi bịnh=bệnh giùm=giúp dùm=giúp giúm=giúp dùmm=giúp zùm=giúp bửa=bữa hổm=hôm thâu=thu kiu=kêu chớ=chứ
nghen=nhé nhen=nhé  hén=nhé  hong=không hôn=hôn tới=đến vầy=vậy dẫy=vậy mầy=mày thiệt=thật trển=trên dưn=dưng mần=làm mướn=thuê lụm=nhặt  
`;

const read = (lines: string): [string, readonly string[]][] =>
  lines
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1).split("_")]);

const SHORTHAND: ReadonlyMap<string, readonly string[]> = new Map([
  ...read(TEENCODE),
  ...read(OFFICE),
  ...read(SOUTHERN),
]);

type Rule = { readonly word: string; readonly before?: RegExp; readonly after?: RegExp; readonly means: string };

/** Readings that hang on the neighbours (as typed, lower case). The first that fits wins over the tables above. */
const NEIGHBOURED: readonly Rule[] = [
  { word: "h", before: /^\d+$/, means: "giờ" },
  { word: "h", after: /^\d/, means: "h" },
  { word: "t", before: /^\d+$/, means: "tuổi" },
  { word: "t", after: /^\d/, means: "thứ" },
  { word: "kg", before: /^\d+$/, means: "ký" },
  { word: "k", before: /^\d+$/, means: "ngàn" },
  { word: "m", before: /^\d+$/, means: "mét" },
  { word: "c", before: /^\d+$/, means: "cái" },
  { word: "a", before: /^(hạng|hang|bằng|bang|khổ|giấy)$/, means: "a" },
  { word: "b", before: /^(hạng|hang|bằng|bang)$/, means: "b" },
  { word: "c", before: /^(hạng|hang|bằng|bang)$/, means: "c" },
  { word: "e", before: /^(hạng|hang|bằng|bang|vn)$/, means: "e" },
  {
    word: "hk",
    before: /^(sổ|so|nhập|nhap|tách|tach|cắt|cat|chuyển|chuyen|xóa|xoa|xoá|có|co|giấy|tên)$/,
    means: "hộ khẩu",
  },
  { word: "hk", after: /^(tt|thường|thuong|của|riêng)$/, means: "hộ khẩu" },
  { word: "kh", before: /^(đk|dk|ký|ky|giấy|giay|đăng|tl|lục)$/, means: "kết hôn" },
  { word: "tt", before: /^(đk|dk|ký|ky|đki|dki|hạn|xóa|xoa|gia)$/, means: "tạm trú" },
  { word: "dk", before: /^(đủ|du|có|co|những|nhung|các)$/, means: "điều kiện" },
  { word: "đk", before: /^(đủ|những|các)$/, means: "điều kiện" },
  { word: "đc", before: /^(đổi|địa|doi|có|sai|thay)$/, means: "địa chỉ" },
  { word: "sd", before: /^(quyền|quyen|người|mục|đích)$/, means: "sử dụng" },
  { word: "sd", before: /^(làm|lam|cấp|cap|mất|mat|tách|tach|ra|cầm)$/, means: "sổ đỏ" },
  { word: "dt", before: /^(dân|dan)$/, means: "dân tộc" },
  { word: "gt", before: /^(đổi|sai|đổi)$/, means: "giới tính" },
  { word: "tk", before: /^(thế|the|cái)$/, means: "thằng" },
  { word: "hong", before: /^(màu|sổ|so)$/, means: "hồng" },
  { word: "hồng", before: /^(sổ|so|bìa|giấy)$/, means: "hồng" },
  { word: "nc", after: /^(ngoài|ngoai|mắm|mặt|sạch|máy|trước|ta)$/, means: "nước" },
  { word: "nc", before: /^(nhà|nha|ống|mất|cấp)$/, means: "nước" },
  { word: "cc", before: /^(rồi|roi|r|đi|di|bản|phòng|photo|đem)$/, means: "công chứng" },
  { word: "dum", means: "giúp" },
  { word: "gium", means: "giúp" },
  { word: "tui", after: /^(nhỏ|nó|em|mình)$/, means: "tụi" },
];

/** What `word` (as typed, lower case) stands for, as words with diacritics; null when it stands for itself. */
export function readShorthand(word: string, before: string, after: string): readonly string[] | null {
  for (const rule of NEIGHBOURED) {
    if (rule.word !== word) continue;
    const fits = (rule.before?.test(before) ?? true) && (rule.after?.test(after) ?? true);
    if (fits) return rule.means.split(" ");
  }
  return SHORTHAND.get(word) ?? null;
}

/** Abbreviations of two letters that people run together with the next word ("dkkethon", "lmhochieu"). */
const RUN_TOGETHER = new Set(["dk", "lm", "ks", "hs", "kh"]);

/** Is `word` an abbreviation that may be recognised inside a run-on ("matcccdlam", "hkdthaydoi")? */
export const isShorthandInRunOn = (word: string): boolean =>
  (word.length >= 3 || RUN_TOGETHER.has(word)) && SHORTHAND.has(word);
