/**
 * Questions as people ask them when the procedure is already known: what the aspect model (aspect-model.ts) and the
 * follow-up model (follow-up.ts) learn from. One a line, with diacritics; the program makes the other spellings itself.
 */
import type { Aspect } from "./understanding.ts";

const lines = (text: string): readonly string[] => text.trim().split("\n");

export const QUESTION_PHRASES: Readonly<Record<Aspect, readonly string[]>> = {
  documents: lines(`
cần giấy tờ gì
cần những giấy tờ gì vậy
hồ sơ gồm những gì
hồ sơ cần chuẩn bị gì
thành phần hồ sơ ra sao
phải mang theo cái gì
đem theo giấy gì
đem theo mấy thứ giấy tờ nào
cần mang gì khi đi làm
đi làm thì cầm theo gì
phải nộp những gì
phải nộp giấy nào
nộp mấy bản photo
photo mấy bản thì đủ
bản chính hay bản sao
giấy tờ photo có phải công chứng không
có cần bản gốc không
chỉ đem bản photo được không
có cần căn cước không
có cần hình thẻ không
cần mấy tấm hình
hình chụp cỡ mấy nhân mấy
có cần giấy khám sức khỏe không
có cần giấy khai sinh không
có cần sổ hộ khẩu cũ không
có cần chữ ký của chủ nhà không
cần giấy kết hôn của ba mẹ không
có cần người làm chứng không
có phải kèm giấy xác nhận của ấp không
có cần xin xác nhận của xã không
không có giấy đó thì thay bằng giấy gì
thiếu giấy đó thì thế bằng gì
mất giấy gốc thì nộp giấy gì thay
giấy nào thay được
còn cần thêm gì nữa không
ngoài căn cước ra còn cần gì
vậy thôi đủ chưa hay cần thêm giấy gì
chuẩn bị những gì trước khi ra xã
soạn sẵn giấy gì để khỏi đi hai lần
bộ hồ sơ có mấy loại giấy
liệt kê giấy tờ giùm tôi
cho xin danh sách giấy tờ
cho biết các loại giấy tờ cần thiết
giấy tờ cần những chi
mang chi theo
cần chi vậy chú
hs gồm gì ạ
cần j vậy ad
gt gồm những j
cần đem cái chi
phải có giấy gì trong tay
trình giấy gì
xuất trình những gì
người đi thay cần giấy gì
nhờ người khác nộp thì cần giấy gì
ủy quyền cần giấy gì
bên kia phải nộp giấy gì
mỗi người mang những gì
hai vợ chồng đem theo giấy gì
giấy tờ của con gồm gì
giấy tờ nước ngoài có cần dịch không
có phải hợp pháp hóa lãnh sự không
cần giấy chứng minh chỗ ở nào
dùng giấy gì để chứng minh
chứng minh bằng giấy nào
có cần quyết định của tòa không
bản vẽ có cần nộp kèm không
có cần nộp lại thẻ cũ không
phải nộp lại giấy cũ không
cần sao y mấy giấy
giấy tờ đầy đủ gồm những gì
muốn làm thì phải có những giấy nào
yêu cầu hồ sơ thế nào
hồ sơ phải có gì
hồ sơ thủ tục bao gồm gì
giấy má cần những gì
cần giấy tờ thay thế nào
`),
  fee: lines(`
bao nhiêu tiền
hết bao nhiêu tiền
lệ phí bao nhiêu
phí nhiêu
phí bao nhiêu vậy em
tốn bao nhiêu
tốn nhiêu tiền
mất bao nhiêu tiền
đóng bao nhiêu
đóng nhiêu vậy
có tốn tiền không
có mất phí không
có mất tiền gì không
có tốn kém gì không
tốn kém nhiều không
có đóng lệ phí không
có phải đóng tiền không
làm có mất đồng nào không
có tốn đồng bạc nào không
có được miễn phí không
miễn phí hả
có miễn lệ phí không
hộ nghèo có được miễn giảm không
người già có được giảm phí không
gia đình chính sách có được miễn phí không
phí tính sao
lệ phí tính thế nào
giá thế nào
giá sao em
giá một bản là bao nhiêu
mấy ngàn một trang
mấy tiền một tờ
một chữ ký bao nhiêu tiền
bao nhiêu một bản
đóng mấy chục
mấy trăm ngàn
còn lệ phí thì sao
phí thì thế nào
tiền nong thế nào
tiền công bao nhiêu
chi phí hết thảy bao nhiêu
tổng cộng hết bao nhiêu
đo đạc hết nhiêu tiền
thuế phải đóng bao nhiêu
thuế tính sao
đóng thuế nhiêu phần trăm
lệ phí trước bạ bao nhiêu
tiền sử dụng đất tính thế nào
mỗi tháng được lãnh bao nhiêu
được nhận bao nhiêu tiền một tháng
mức hưởng bao nhiêu
được bao nhiêu tiền
hỗ trợ được bao nhiêu
trợ cấp mỗi tháng bao nhiêu
mỗi tháng đóng bao nhiêu
đóng tối thiểu bao nhiêu
nhà nước cho bao nhiêu
đổi cái đó nhiêu tiền
cấp lại tốn nhiêu
làm gấp có thêm tiền không
làm nhanh có tốn thêm phí không
bao nhiu v ạ
phí bn ạ
hết bn tiền
lệ phí bn
mất tiền ko
có tốn phí hk
free hả
thu tiền sao
đóng tiền cho ai bao nhiêu
nộp phí bao nhiêu
nộp tiền bằng chuyển khoản được không
trả tiền lúc nào
làm trên mạng phí có rẻ hơn không
nộp online có được giảm phí không
mắc không em
có mắc không
trẻ em có phải đóng tiền không
bao nhiêu vậy nội
nhiêu vậy cô
`),
  time: lines(`
bao lâu có
bao lâu thì xong
mất bao lâu
mất mấy ngày
mấy ngày có
mấy ngày lấy được
mấy bữa có
mấy bữa xong
chừng nào có
chừng nào xong
chừng nào lấy được
khi nào lấy được
khi nào có kết quả
hôm nào lấy được
bao giờ thì có
bao lâu được cấp
bao lâu nhận được
thời gian giải quyết bao lâu
thời hạn giải quyết mấy ngày
giải quyết trong mấy ngày làm việc
có lấy liền không
lấy trong ngày được không
làm trong buổi có luôn không
có lấy ngay không
làm liền tại chỗ được không
chờ lâu không
có lâu không em
lâu không vậy
có nhanh không
có kịp trước tết không
cuối tuần này có kịp không
tuần sau có kịp không
cần gấp thì mấy ngày
làm gấp được không
gấp quá có cách nào lấy nhanh không
phải đợi bao lâu
đợi mấy tuần
mấy tháng có tiền
bao lâu có tiền
mấy hôm có giấy
nộp rồi bao lâu trả kết quả
nộp hôm nay thì hôm nào có
nộp thứ hai thì thứ mấy lấy
hẹn mấy ngày
hẹn bữa nào lấy
tối đa bao nhiêu ngày
trễ nhất là khi nào
hạn chót là ngày nào
phải làm trong bao lâu
trong vòng mấy ngày phải đi làm
bao nhiêu ngày phải khai báo
phải báo trước bao lâu
phải nộp trước ngày nào
khi nào hết hạn nộp
khi nào bắt đầu nhận hồ sơ
bao giờ mở đăng ký
tháng mấy nộp
đợt này xét khi nào
năm nay xét bao giờ
bl có ạ
bao lâu z ad
mấy ngày có v
bh có
khi nào xog
mất mấy hôm
còn thời gian thì sao
thời gian bao lâu
thời gian thế nào
bao lâu thì được duyệt
mấy ngày được duyệt
mấy ngày thì tiền về
từ lúc nộp đến lúc nhận là mấy ngày
sau khi đóng thuế mấy ngày lấy
có phải chờ lâu không
cỡ bao lâu
tầm mấy ngày
khoảng mấy tuần
chừng nào tiền về
thứ bảy làm có lấy liền không
`),
  place: lines(`
nộp ở đâu
làm ở đâu
đi đâu làm
ra đâu làm
tới đâu làm
xin ở đâu
xin chỗ nào
đăng ký ở đâu
khai ở đâu
nộp chỗ nào
nộp hồ sơ ở đâu
nộp đơn ở đâu
lên đâu nộp
ra xã hay ra huyện
ra xã hay lên tỉnh
ra xã làm hả
ra phường được không
ra công an hay ra ủy ban
công an xã hay công an tỉnh
nơi đang ở hay nơi quê
ở quê hay ở chỗ trọ
làm ở chỗ tạm trú được không
làm ở nơi tạm trú hay phải về quê
có phải về quê làm không
đang ở tỉnh khác làm tại đây được không
ở xa có làm chỗ khác được không
xã nào cũng làm được hả
làm ở xã khác được không
nộp ở xã khác có nhận không
có nhất thiết phải ra đúng xã mình không
bên vợ hay bên chồng
nộp bên trường mới hay trường cũ
cơ quan nào giải quyết
cơ quan nào cấp
ai cấp
ai giải quyết
ai ký giấy này
ai xác nhận
ai lập danh sách
thẩm quyền của ai
do đơn vị nào làm
phòng nào
quầy số mấy
gặp ai
gặp ai để làm
hỏi ai
báo ai
báo cho ai
báo ở đâu
gởi đơn cho ai
gửi đơn cho cơ quan nào
gửi về đâu
liên hệ ai
lấy kết quả ở đâu
nhận ở đâu
lãnh tiền ở đâu
lãnh chỗ nào
đóng tiền ở đâu
nộp thuế ở đâu
khám ở đâu
khám sức khỏe chỗ nào
chụp hình ở đâu
mua ở đâu
tới trung tâm hành chính công được không
bưu điện có nhận không
nộp tại một cửa hả
làm đâu v ạ
nộp đâu ad
ở đâu z
lm chỗ nào v
ra đâu làm vậy chú
chạy đi đâu làm
xuống đâu nộp
vô chỗ nào
chỗ nào nhận
địa điểm nộp
nơi tiếp nhận ở đâu
cấp nào làm
xã có làm được không hay phải lên tỉnh
xã mình có làm không
giờ nhập tỉnh rồi thì nộp ở đâu
xã mới thì nộp ở đâu
toi chi nhánh nào
về trụ sở cũ hay trụ sở mới
`),
  how: lines(`
làm sao
làm thế nào
phải làm sao
giờ phải làm sao
giờ sao
giờ tính sao
phải làm gì
thì làm gì
làm cách nào
bằng cách nào
cách làm ra sao
thủ tục ra sao
thủ tục thế nào
thủ tục làm sao
trình tự thế nào
quy trình ra sao
các bước làm thế nào
gồm mấy bước
đi mấy bước
bắt đầu từ đâu
phải bắt đầu từ chỗ nào
đầu tiên làm gì trước
làm cái gì trước cái gì sau
hướng dẫn giùm tôi
hướng dẫn cách làm
chỉ tôi cách làm
chỉ giùm con
tôi muốn làm thì phải làm sao
muốn xin thì sao
mần sao
mần cách nào
giờ mần sao
lm sao ạ
lm ntn
làm s v
phải lm gì h
giờ s ạ
xử lý sao
giải quyết thế nào
xin kiểu gì
làm kiểu gì
đăng ký kiểu nào
khai sao
khai thế nào
chuyển sao
sửa sao
đổi sao
đăng ký lại sao
nhập sao
báo sao
tự làm được không hay phải nhờ ai
lỡ quên rồi thì sao
lỡ làm mất rồi thì sao
lỡ nộp sai thì làm sao
lỡ viết sai thì chỉnh sao
nếu bị từ chối thì làm gì
bị trả hồ sơ thì làm sao
họ không nhận thì làm sao
bên kia không chịu ký thì sao
tìm thấy lại thì sao
không tới được thì sao
người ở nước ngoài thì ký kiểu gì
đang ở xa thì làm cách nào
không biết chữ thì làm sao
tôi già yếu đi không nổi thì làm sao
xin cho tôi biết thủ tục
muốn rõ các bước
cho hỏi quy trình
thủ tục gồm những bước gì
đi làm thì phải qua những khâu nào
`),
  form: lines(`
có mẫu đơn không
mẫu đơn nào
mẫu đơn lấy ở đâu
xin mẫu đơn
cho xin mẫu tờ khai
cho em xin file mẫu
gửi mẫu giùm
gửi tôi tờ khai
có tờ khai sẵn không
tờ khai xin ở đâu
tờ khai lấy chỗ nào
tờ khai mẫu số mấy
mẫu số mấy
mẫu mới nhất
mẫu nào mới nhất
tải mẫu ở đâu
tải tờ khai ở đâu
in mẫu ở đâu
mua mẫu đơn ở đâu
xã có phát mẫu không hay tự in
có phải tự đánh máy đơn không
đơn viết tay được không
đơn viết tay hay theo mẫu
viết đơn thế nào
viết đơn sao
ghi tờ khai thế nào
điền tờ khai ra sao
điền mẫu sao
cách ghi đơn
hướng dẫn điền đơn
mục đó ghi gì
ô số ba ghi sao
phần địa chỉ ghi địa chỉ nào
khai mục này thế nào
dùng phiếu gì
phiếu đề nghị mẫu nào
văn bản theo mẫu nào
mẫu cam kết
mẫu hợp đồng
mẫu giấy ủy quyền
mẫu biên bản
mẫu thông báo
biểu mẫu ở đâu
có biểu mẫu không ad
cho e xin mẫu vs
xin mẫu dk ạ
mẫu tk nào
mẫu khai lấy đâu
đơn này xin ở đâu
có sẵn mẫu ở quầy không
lên đó có mẫu điền không
`),
  online: lines(`
làm online được không
nộp online được không
làm trên mạng được không
nộp qua mạng được không
nộp trực tuyến được không
đăng ký trực tuyến được không
làm trên điện thoại được không
làm bằng điện thoại được không
làm qua vneid được không
nộp trên vneid được hông
nộp trên cổng dịch vụ công được không
có làm qua zalo được không
gửi qua zalo được không
ở nhà làm được không
ngồi nhà bấm được không
khỏi ra xã được không
có cần ra xã không hay làm ở nhà
có phải lên xã không hay nộp trên mạng cũng được
không lên xã mà nộp mạng được không
làm từ xa được không
ở nước ngoài nộp qua mạng được không
nộp online rồi có phải lên nộp bản giấy không
nộp mạng rồi có phải ra xã nữa không
nộp trên mạng kiểu gì
nộp online làm sao
cách nộp trực tuyến
vô trang nào nộp
bấm chỗ nào để nộp
nộp trên web nào
app nào làm được
có app làm không
làm onl đc k
nộp onl dc ko
onl dc hk
làm trên đt đc k
nộp trên dvc đc k
có làm qua mạng k
có trực tuyến toàn trình không
nhận kết quả qua mạng được không
gửi kết quả về nhà được không
gửi qua bưu điện được không
nộp qua bưu điện được không
trả kết quả tận nhà được không
xin qua mạng được hả
khai trên mạng thế nào
đăng ký online sao
làm tại nhà được hông
hai đứa đăng ký trên mạng được không
có bản điện tử không
nộp bằng điện thoại thế nào
`),
  result: lines(`
làm xong được cấp giấy gì
xong thì nhận được giấy gì
làm xong có giấy gì không
làm xong có giấy tờ gì cầm về không
kết quả là gì
kết quả nhận được là gì
được trả giấy gì
nhận được cái gì
được cấp mấy bản
cấp mấy bản chính
giấy đó có giá trị bao lâu
có giá trị mấy tháng
giá trị sử dụng bao lâu
xài được mấy tháng
xài được mấy năm
dùng được bao lâu
dùng được mấy năm
hạn mấy năm
hạn dùng bao lâu
thời hạn mấy năm
thẻ có thời hạn bao lâu
mấy năm phải đổi
bao lâu hết hạn
mấy tháng hết hạn
có thời hạn không
hiệu lực bao lâu
có hiệu lực từ khi nào
giấy xài hoài được không
còn hạn thì xài tới khi nào
bản điện tử có giá trị như bản giấy không
giấy đó dùng làm gì được
nhận giấy hay chỉ có trên app
thẻ cứng hay thẻ giấy
được cấp số mới hay giữ số cũ
có đổi số không
xài đc bao lâu
hạn bao lâu ạ
gtri mấy tháng
`),
  condition: lines(`
có được không
được không vậy
có làm được không
có cho làm không
có được phép không
vậy có hợp lệ không
có bị từ chối không
điều kiện là gì
điều kiện thế nào
cần điều kiện gì
phải đủ điều kiện gì
ai được làm
ai được hưởng
những ai được hưởng
đối tượng nào được
diện nào được hưởng
trường hợp nào được
trường hợp nào phải làm
khi nào thì phải làm
khi nào được làm
mấy tuổi được làm
bao nhiêu tuổi thì được
đủ mấy tuổi
tôi có đủ điều kiện không
tôi có thuộc diện được hưởng không
nhà tôi vậy có được không
như vậy có được hưởng không
có được hưởng gì không
có được nhận không
có được trợ cấp không
có được xét không
có bắt buộc không
bắt buộc phải làm hả
có cần phải làm không
không làm được không
khỏi làm được không
có phải đăng ký không
có phải xin phép không
có phải khai báo không
có phải đổi không
có cần làm lại không
có cần đi cùng không
có phải đi cả hai người không
hai vợ chồng có phải cùng đi không
vợ có phải ký không
có phải tự đi không
nhờ người khác đi thay được không
nhờ con đi làm giùm được không
nhờ em tôi nộp thay được không
người nhà làm thay được không
ủy quyền được không
có người đi thay được không
ai phải có mặt
có phải có mặt không
vắng mặt được không
không có hộ khẩu ở đây có được không
không có giấy chứng sinh có làm được không
chưa có giấy tờ có làm được không
mất hết giấy tờ có làm được không
quá hạn rồi có làm được không
trễ hạn có được không
để lâu quá rồi còn làm được không
chưa đủ tuổi có được không
người nước ngoài có được không
đang đi làm xa có được không
đang thiếu nợ có được không
đất đang thế chấp có được không
chưa ly hôn có được không
đóng chưa đủ năm có được không
làm giùm cho người bệnh tại nhà được không
có cán bộ xuống nhà làm không
già yếu có được làm tại nhà không
một người đứng tên được không
đứng tên hai người được không
làm lại lần nữa được không
rồi có bị thu lại không
họ có thu lại thẻ cũ không
có ảnh hưởng gì không
giấy cũ còn xài được không
giấy cũ còn dùng được không
bản cũ có còn giá trị không
tối thiểu bao nhiêu mét thì được
được mấy người
giới hạn bao nhiêu
đc k ạ
dc hong
có đc k ad
làm đc hk v
đc hưởng ko
có cần k
có phải đi k
có buộc phải hôn
được hông chú
vậy được hôn
`),
  legal: lines(`
có bị phạt không
bị phạt bao nhiêu
phạt bao nhiêu tiền
phạt nhiêu
mức phạt bao nhiêu
phạt thế nào
bị phạt sao
bị phạt mức nào
có bị phạt gì không
bị xử phạt ra sao
bị xử lý thế nào
xử lý sao nếu không làm
có bị gì không
có sao không
không khai có sao không
không làm có sao không
để vậy có sao không
để hoài vậy có bị gì không
chưa làm thì có sao không
trễ có bị phạt không
quá hạn có bị phạt không
nộp trễ phạt bao nhiêu
khai trễ phạt mấy trăm
không đăng ký bị phạt bao nhiêu
không báo bị phạt không
làm sai bị phạt sao
có vi phạm không
có phạm luật không
có đúng luật không
đúng hay sai
vậy là đúng hay sai
họ làm vậy có đúng không
có trái quy định không
theo luật nào
theo nghị định nào
theo thông tư nào
theo quy định nào
quy định ở đâu
luật quy định sao
căn cứ vào đâu
căn cứ pháp lý là gì
văn bản nào quy định
điều mấy luật nào
nghị định số mấy
bị phạt k ạ
phạt bn
có s k
có bị j ko
phạt nặng không
có bị đi tù không
có bị truy cứu không
có bị thu hồi không
có bị cưỡng chế không
`),
  overview: lines(`
là gì
là sao
là cái gì vậy
nghĩa là gì
nghĩa là sao
để làm gì
dùng để làm gì
có lợi gì
khác nhau sao
khác nhau chỗ nào
hai cái khác gì nhau
hai loại đó khác nhau thế nào
gồm những việc gì
gồm những thủ tục nào
cho hỏi về cái này
tôi muốn hỏi về việc này
tôi muốn tìm hiểu
nói rõ hơn về thủ tục này
giải thích giùm
thông tin về thủ tục này
tư vấn giúp tôi
`),
};
