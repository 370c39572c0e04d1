/** Words that name no matter: who, courtesy, and the general question what to do. Plain (plain-words.ts). */
export const WITHOUT_SUBJECT = new Set(
  `toi tui to minh em anh chi co chu bac ong ba ngoai noi cha me ma tia tía ba vo chong con chau be thang nho dua bo gia dinh
   nha ben ho cau mo di duong a da oi nhe nha nhen nghen vay voi cho xin hoi giup dum gium muon can phai lam gi nhung cai
   giay to thu tuc viec sao the nao roi thi la o dau truoc bat tu chua biet khong ko k moi vua nay gio bay bua co duoc hen
   huong dan chi tiet luon nua thoi nen ai cung se dang sap tinh dinh hom qua and va xong het cac nhieu thu u uh ad admin
   shop bot ơi hien tai nhu y vo chong ni noi nguoi anh nhat ruot vo`.split(/\s+/),
);
