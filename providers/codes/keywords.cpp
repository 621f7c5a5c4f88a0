#include "providers/codes/keywords.h"

#include <QHash>
#include <QList>

#include <algorithm>

namespace otpdesk {

namespace {

/// Words of one class, separated by '|'. A '*' before or behind a word lets it begin or end inside a longer
/// one; words of scripts other than Latin, Cyrillic and Greek always may, because particles stick to them.
struct WordList
{
    WordClass kind;
    const char16_t *words;
};

using enum WordClass;

constexpr WordList wordLists[] = {
    // European, Latin script
    {Strong,
     u"otp|totp|one time pass|one-time pass|account "
     u"key|pin|pins|mpin|m-pin|tpin|t-pin|upin|*passcode*|*password*|pass code|passphrase|2fa code|vcode"
     u"|*verifycode|mtan|smstan|sms-tan|captcha|one-time code|one time code|kode otp|codigo otp"},
    {Code, u"*code|*codes|coce|passkey"},
    {Code, u"codigo*|clave|contrasena*|senha*|palavra-passe|palavra passe|codi|contrasenya*|contrasinal"},
    {Code,
     u"codice|codici|parola d'ordine|mot de passe|*passwort*|kennwort*|*losenord*|*passord*|adgangskode*"},
    {Code,
     u"*kod|*kode|*koden|*koder|*koda|*kodas|*kodo|*kods|*kodu|*kody|*kodem|*kodom|*kodi|*kodunuz*|*kodun"
     u"|*kodunu|*kodum|*kodini|*kodingiz|*kodea|*kodeak|*kodja|*kodjat|*kodot|*kodod|*kodet|*kodeks"
     u"|*koodi*|*kood|*koodid|*kodaren|*kodei|kodinya|kodenya|kode-nya|kodigo|ikhodi|*kodin|*kodne"},
    {Code,
     u"haslo*|heslo*|lozink*|zapork*|geslo*|sifra|sifru|sifre|sifreniz*|sifren|parola*|parolu*|parole*|"
     u"parool*"
     u"|salasana*|slaptazod*|jelszo*|jelszav*|fjalekalim*|pasahitz*|sifr|sifreyi|sifresi|sifremiz|lykilord"},
    {Code, u"cod de|codul*|cod otp|cod unic|cod sms|cod pin|cod:|kodici|rhif cod|cod dilysu"},
    // Asian and African, Latin script
    {Strong,
     u"ma xac minh|ma xac nhan|ma xac thuc|ma kich hoat|ma otp|ma bao mat|ma dang nhap|ma pin|ma truy cap"
     u"|ma dang ky|mat khau|kata sandi|kata laluan|nenosiri|nambari ya siri|kalmar sirri|lambar sirri"
     u"|lambar tabbatarwa|ma bi mat"},
    {Code,
     u"ma cua ban|nhap ma|ma code|ma la|ma nay|ma so|sandi|msimbo*|lambar|koodu|kodhka|koodhka|password-ka"
     u"|nambari ya kuthibitisha|numero sirri"},
    // Cyrillic, Greek
    {Strong, u"*парол*|пин|лозинк*|*құпиясөз*|одноразов* код*"},
    {Code,
     u"*код|*кода|*коду|*кодом|*коды|*кодът|*кодот|*кодов|*коде|*кодове|*код-пароль|*коди|*коддор|*кодунуз*"
     u"|*кодыңыз*|*кодов|шифр*|κωδικ*|συνθηματικ*"},
    // Caucasus, Middle East
    {Code,
     u"კოდ|პაროლ|კოდი|կոդ|ծածկագիր|գաղտնաբառ|رمز|كود|الرقم السري|كلمة المرور|كلمة السر|کد|کُد|کوڈ|پاس ورڈ"
     u"|قوڈ|پاسورڈ|گذرواژه|کۆد|קוד|סיסמ"},
    {Strong, u"او ٹی پی|رمز یکبار|رمز پویا|رمز التحقق|رمز التأكيد|كود التحقق|کد تایید|کد تأیید|کد ورود|קוד "
             u"אימות|קוד האימות"},
    // South Asia, Ethiopia
    {Code, u"कोड|संकेत|पासवर्ड|কোড|পাসওয়ার্ড|পিন|કોડ|પાસવર્ડ|ਕੋਡ|ਪਾਸਵਰਡ|குறியீ|கடவுச்சொல்|கோட்|కోడ్|కోడు|పాస్వర్డ్"
           u"|సంకేతపదం|ಕೋಡ್|ಪಾಸ್ವರ್ಡ್|ಸಂಕೇತ|കോഡ|പാസ്വേ|കേതය|කේත|කෝඩ|මුරපද|ኮድ|የይለፍ ቃል|ሚስጥራዊ"},
    {Strong, u"ओटीपी|ওটিপি|ઓટીપી|ਓਟੀਪੀ|ஓடிபி|ஒடிபி|ఓటీపీ|ఓటిపి|ಒಟಿಪಿ|ഒടിപി|ഒ.ടി.പി"},
    // East and South-East Asia
    {Strong, u"验证码|驗證碼|校验码|校驗碼|动态码|動態碼|动态密码|動態密碼|确认码|確認碼|认证码|認證碼|"
             u"激活码|啟用碼|安全码"
             u"|安全碼|识别码|識別碼|登录码|登入碼|登錄碼|口令|密码|密碼|随机码|隨機碼|短信码|检验码|授权码|"
             u"授權碼|安全代码"
             u"|安全代碼|验证代码|驗證代碼|认证代码|交易码|驗證號碼|验证号"},
    {Code, u"代码|代碼|编码为"},
    {Strong, u"認証コード|確認コード|認証番号|暗証番号|パスワード|パスコード|確認番号|認証キー|暗証コード|"
             u"認証用コード|確認用コード"},
    {Code, u"コード"},
    {Strong,
     u"인증번호|인증 번호|인증코드|인증 코드|비밀번호|인증키|확인번호|보안코드|보안 코드|확인 코드|확인코드"},
    {Code, u"코드|รหัส|โค้ด|ລະຫັດ|លេខកូដ|កូដ|ကုဒ်|ကုတ်"},

    {Context,
     u"verif*|authenti*|2-step|two-factor|confirmation|confirmacion|confirmacao|confirmacio|conferma|*"
     u"bestatigung*"
     u"|activation|activacion|ativacao|attivazione|aktivierung*|login|log in|logging in|sign "
     u"in|sign-in|signin"
     u"|security|seguridad|seguranca|securite|sicherheit*|weryfik*|potwierdz*|overen*|overov*|potrd*|potvrd*"
     u"|verifik*|ellenorz*|dogrula*|onayla*|tesdiq*|pengesahan|penentusahan|*thibitish*|tabbatar*|bekreft*"
     u"|bekraft*|bekraeft*|vahvist*|kinnit*|patvirtin*|apstiprin*|egiazta*|xac minh|xac nhan|xac thuc|dang "
     u"nhap"
     u"|kich hoat|inloggen|anmeld*|connexion|iniciar sesion|acceso|accesso|autentic*|autentif*|authentif*"},
    {Context, u"подтвержд*|підтвердж*|верифик*|верифік*|авториз*|потврд*|потвържд*|вход*|вхід*|войти|"
              u"επαληθευσ*|συνδεση*"
              u"|επιβεβαιωσ*"},
    {Context, u"验证|驗證|登录|登錄|登入|认证|認證|校验|確認|認証|ログイン|本人確認|인증|로그인|تحقق|تأكيد|"
              u"تأیید|تایید|ورود"
              u"|تصدیق|توثیق|אימות|כניסה|सत्याप|वेरिफ|व्हेरिफ|लॉगिन|যাচাই|লগইন|ચકાસણી|ખાતરી|ਪੁਸ਼ਟੀ|சரிபார்|ధృవీ|వెరిఫ"
              u"|ವೆರಿಫ|ಪರಿಶೀಲ|വെരിഫ|സ്ഥിരീ|ยืนยัน|เข้าสู่ระบบ|დადასტურ|հաստատ|ማረጋገጫ"},

    {Enter,
     u"use|using|enter|type|input|insert|submit|introduce|introduzca|ingresa|ingrese|usa|usar|utilice|utiliza"
     u"|digite|insira|saisissez|entrez|utilisez|saisir|inserisci|utilizza|digita|gib|geben|eingeben|verwende|"
     u"verwenden"
     u"|nutze|gebruik|voer|wpisz|uzyj|zadajte|zadejte|pouzijte|unesite|koristite|vnesite|uporabite|"
     u"introduceti"
     u"|folositi|utilizati|girin|giriniz|kullanin|daxil edin|nhap|su "
     u"dung|masukkan|gunakan|guna|ilagay|gamitin|ange"
     u"|anvand|indtast|brug|skriv inn|bruk|syota|kayta|sisesta|ievadiet|iveskite|sartu|tumia|weka"},
    {Enter,
     u"введите|используйте|введіть|використайте|въведете|внесете|унесите|користите|εισαγετε|χρησιμοποιηστε"
     u"|输入|輸入|使用|填写|入力|입력|أدخل|استخدم|وارد کنید|הזן|הזינו|दर्ज|उपयोग|ব্যবহার|กรอก|ใช้"},

    {Action,
     u"confirm|complete|continue|proceed|approve|authorise|authorize|access|unlock|reset|register|join|"
     u"confirmer|continuer"
     u"|confirmar|completar|continuar|confermare|completare|bestatigen|abschliessen|bevestigen|potwierdzic|"
     u"potvrdite|log-in"
     u"|makapag-login|finalizar|terminer|valider|validar|подтвердить|завершить|підтвердити|完成|継続|완료"},

    {Promo, u"win|referring|earn|promo|promos|promotion|promotional|promotion*|promocional|promocion|*coupon*"
            u"|*kupon*|cupon|"
            u"cupom|*discount*"
            u"|voucher*|gift|referral|refer|invite|invitation|cashback|% off|percent "
            u"off|sale|save|deal|deals|offer|checkout"
            u"|rabatt*|*rabat|rabatow*|reduction|remise|sconto|descuento|desconto|gutschein*|korting*|slev*|"
            u"zlav*|popust*"
            u"|indirim*|diskon|diskaun|reduc*|alennus*|soodus*|atlaid*|nuolaid*|kedvezmeny*|giam gia|khuyen "
            u"mai|uu dai"
            u"|redeem|redemption|rewards|purchase|punguzo|black friday|free shipping|giveaway|winner"},
    {Promo, u"промо*|скидк*|знижк*|купон*|акци*|распродаж*|отстъпк*|попуст*|εκπτωσ*|κουπονι*|προσφορα*|优惠|"
            u"折扣|邀请|兑换"
            u"|優惠|折扣碼|领取|红包|满减|クーポン|割引|セール|招待|쿠폰|할인|추천|خصم|قسيمة|عرض|تخفیف|קופון|"
            u"הנחה|छूट|कूपन|ऑफर"
            u"|ছাড়|ส่วนลด|คูปอง|ფასდაკლებ|զեղչ"},

    {Thing,
     u"order*|booking|booked|reservation*|reserva|tracking|track|parcel|package|shipment|consignment|awb|"
     u"invoice*|receipt"
     u"|reference|ref|ref no|refno|txn|txn "
     u"id|transaction*|trxn|transactie*|transaccion|transacao|transazione|utr|rrn"
     u"|flight|pnr|seat|gate|ticket*|case|complaint|policy|claim|appointment|bestellung*|bestell*|auftrag*|"
     u"sendung*"
     u"|rechnung*|vorgang*|buchung*|pedido*|factura*|fatura*|rastreo|rastreamento|seguimiento|commande*|"
     u"colis|facture*"
     u"|suivi|ordine|ordini|spedizione|fattura|prenotazione|bestelling*|pakket|zending|faktur*|zamowieni*|"
     u"paczk*|przesylk*"
     u"|objednavk*|zasilk*|zasielk*|narudzb*|porudzb*|posiljk*|narocil*|comanda|comenzii|rendeles*|csomag*|"
     u"siparis*"
     u"|kargo*|gonderi*|pesanan|resi|paket*|kod pos|don hang|van don|giao dich|chuyen "
     u"bay|tilaus*|lahety*|bestallning*"
     u"|ordre*|pakke*|uzsakym*|pasutij*|tellimus*|vuelo|vol|volo|flug|penerbangan|voo|product|item|sku|serial"
     u"|confirmation number|confirmation no|numero de confirmacion|numero de "
     u"confirmation|bestatigungsnummer|ma so thue"
     u"|customer code|student|employee|meter|locker|approval|batch|zip|postal|postnummer|oda|agizo|complaint "
     u"id|loan"},
    {Thing, u"заказ*|замовлен*|посылк*|посилк*|отправлен*|трек*|накладн*|счет-фактур*|квитанц*|рейс*|билет*|"
            u"брон*|поръчк*"
            u"|пратк*|нарудж*|поруџбин*|порачк*|обращени*|заявк*|договор*|παραγγελι*|αποστολη*|δεμα*|"
            u"τιμολογι*|πτησ*|κρατησ*"
            u"|订单|訂單|单号|單號|运单|快递|快件|包裹|航班|流水号|编号|取件|提货|发票|票号|工单|预约|申请号|"
            u"注文|ご注文|荷物|伝票|予約"
            u"|便名|お問い合わせ番号|受付番号|주문|송장|운송장|예약|항공편|승인번호|접수번호|طلب|الطلب|شحنة|"
            u"رحلة|فاتورة|حجز|سفارش"
            u"|مرسوله|پیگیری|رهگیری|پرواز|آرڈر|הזמנה|משלוח|חבילה|טיסה|ऑर्डर|पार्सल|टिकट|अॉर्डर|অর্ডার|পার্সেল|"
            u"ઓર્ડર|คำสั่งซื้อ|พัสดุ"
            u"|ออเดอร์|เที่ยวบิน|შეკვეთ|პատվեր|պատվեր|ትዕዛዝ|ஆர்டர்|ఆర్డర్|ಆರ್ಡರ್|ഓർഡർ"},

    {Holder, u"account*|acct|acc|a/c|ac|card*|iban|mobile|phone*|telephone|tel|call|calling|dial|sms "
             u"to|text|reply|contact|hotline"
             u"|helpline|whatsapp us|fax|customer|user|userid|username|user id|customer "
             u"id|id|cif|member|client|device|ending in"
             u"|ending with|ending|ends with|ends "
             u"in|apt|apartment|room|suite|street|road|building|floor|bus|taxi|plate|vehicle"
             u"|konto*|kontonummer|karte*|kunde*|kundennummer|telefon*|tarjeta|cuenta*|cliente|telefono|"
             u"llame|llama|terminada en"
             u"|terminado en|cartao|conta|ligue|telefone|final|carte|compte|appelez|finissant par|client "
             u"no|carta|conto|chiama"
             u"|rekening*|kaart|bel|karta|karty|konta|rachun*|kartu|rekening|hubungi|nomor|akaun|hesap*|kart|"
             u"karti|tarjetei|contul"
             u"|card cvv|cvv|tai khoan|so the|so dien thoai|lien "
             u"he|goi|hotline|kortti|tili*|kort|kontot|numero de cuenta|simu|akaunti"
             u"|piga|passport|nin|bvn|house|flat|po box|model|version|build|channel|ifsc|swift|zip code|pin "
             u"code of|area"},
    {Holder, u"счет*|счёт*|рахун*|карт*|телефон*|номер* "
             u"телефон*|тел|звоните|позвоните|дзвоніть|кв|квартир*|дом|сметк*|рачун*|обадете"
             u"|λογαριασμ*|καρτα*|καρτας|τηλεφων*|καλεστε|账号|帳號|账户|帳戶|尾号|尾號|末四位|卡号|卡號|"
             u"致电|致電|电话|電話|客服|热线|熱線|手机|手機"
             u"|手机号|用户|会员|口座|カード|お電話|電話番号|会員番号|お客様番号|계좌|카드|전화|고객센터|"
             u"문의|حساب|بطاقة|اتصل|هاتف|المنتهية|کارت"
             u"|شماره|تماس|اکاؤنٹ|کارڈ|کال|חשבון|כרטיס|טלפון|חייגו|खाता|खाते|कार्ड|कॉल|फोन|একাউন্ট|অ্যাকাউন্ট|"
             u"কার্ড|কল|બેંક|ખાતા|บัญชี|บัตร|โทร"
             u"|ანგარიშ|ბარათ|հաշվ|քարտ|ሂሳብ"},

    {Money, u"balance*|debited|credited|paid|payment "
            u"of|deposited|deposit*|withdraw*|withdrawn|transferred|transfer of|transferencia*"
            u"|amount|total|price|spent|charged|charge of|refund*|recharge*|topup|top-up|top "
            u"up|bill|due|salary|loan|emi|cash|cod"
            u"|saldo|importe|monto|valor|pago de|abono|retiro|solde|montant|virement|paiement "
            u"de|importo|bonifico|addebito|guthaben"
            u"|betrag|uberweisung*|abgebucht|gutgeschrieben|bedrag|afgeschreven|saldo:|kwota|przelew*|"
            u"zostatek|castka|platba|iznos|uplata"
            u"|suma|soldul|osszeg*|egyenleg*|bakiye*|tutar*|transfer sebesar|jumlah|sebesar|so du|so "
            u"tien|salio|kiasi|belopp|belop|belob"
            u"|tien cod|points|miles|odeme*|balans*|harga|tagihan|pulsa|debit|credit"},
    {Money, u"баланс*|сумм*|зачислен*|списан*|перевод*|переказ*|оплат*|покупк*|остаток|доступно|поступлен*|"
            u"зачисл*|списа*|плащан*|износ|уплат*"
            u"|υπολοιπο*|ποσο|πληρωμη*|余额|餘額|金额|金額|支付|支出|收入|入账|到账|消费|转账|转入|转出|扣款|"
            u"充值|残高|ご利用金額|お支払い|引き落とし|잔액|결제"
            u"|출금|입금|مبلغ|رصيد|سحب|ايداع|تحويل|موجودی|واریز|برداشت|رقم|بیلنس|יתרה|סכום|תשלום|राशि|शेष|जमा|"
            u"टाका|টাকা|জমা|ยอด|จำนวนเงิน|โอน|ბალანს"},

    {Currency, u"usd|us$|eur|euro|euros|gbp|inr|rs|rs.|rupees|rupee|pkr|npr|lkr|bdt|tk|taka|ngn|naira|idr|rp|"
               u"rp.|rupiah|myr|rm|php|pesos"
               u"|peso|thb|baht|vnd|dong|sgd|hkd|jpy|yen|cny|rmb|yuan|krw|won|aed|sar|qar|kwd|omr|egp|zar|"
               u"kes|ksh|tsh|tzs|ugx|ghs|cfa|xof"
               u"|xaf|etb|birr|brl|reais|mxn|ars|clp|dolares|dollars|dollar|aud|cad|nzd|chf|sek|nok|dkk|kr|"
               u"kr.|isk|pln|zl|czk|kc"
               u"|huf|ft|forint|ron|lei|leu|bgn|lv|lev|rsd|dinara|kn|hrk|mkd|tl|lira|azn|manat|gel|amd|uah|"
               u"grn|rub|kzt|uzs"
               u"|toman|rial|bam|coins|btc|usdt"},
    {Currency,
     u"руб*|р|р.|рублей|грн|гривень|гривен|тенге|тг|сум|сом|лв|дин|динара|ден|денари|евро|євро|ευρω|元|块|円|"
     u"원|ლარი|֏|դրամ|ريال|درهم|دينار"
     u"|جنيه|تومان|ریال|روپے|روپیه|ש\"ח|שקל|रुपये|रु|टका|টাকা|রুপি|રૂપિયા|ரூ|రూ|ರೂ|രൂപ|บาท|ብር|đ|积分|ポイント"},

    {Unit, u"min|mins|minute*|minut*|sec|secs|second*|segundos|secondes|sekund*|hour*|hrs|hr|hs|h|uhr|stunde*"
           u"|hora*|heures|ore|days|day|tage|dias"
           u"|jours|giorni|dni|gun|hari|ngay|phut|jam|detik|menit|km|kg|gb|mb|kb|kwh|steps|people|users|"
           u"customers|followers|points|pts|miles|times"
           u"|years|year|percent|per cent|mg|ml|am|pm|million|thousand|characters|digits|stars"},
    {Unit, u"мин*|сек*|час*|год|года|году|дн*|баллов|бонус*|шт|км|分钟|分鐘|小时|小時|天|秒|年|点|點|人|次|"
           u"月|时|時間|分|歳|名|년|월|일|분|초|점|개|명|दिन|मिनट|นาที|วัน"},

    {Connector,
     u"is|is:|are|es|sera|est|ist|lautet|lauten|e|sao|son|sunt|este|jest|to|je|jeste|on|er|ar|yra|ir|adalah|"
     u"ialah|yaitu|ay|ni|ndio|ndiyo"
     u"|la|da|eshte|dir|with|means|now|az|een|uw|als|as|como|come|sebagai|wa|ne|shine|si|o|inda|comme|como:"},
    {Connector, u"это|есть|е|є|су|ειναι|το|—|-|:|=|>|→|为|為|是|は|がで|가|은|는|이|है|आहे|হল|হলো|হচ্ছে|છે|ਹੈ|"
                u"ஆகும்|என்பது|ఇది||ಆಗಿದೆ|ಇದು|ആണ്|هو|هي|است|ہے|הוא"
                u"|היא|คือ|არის|է|ነው|։|်"},
    {Filler, u"ang|el|le|il|den|der|das|number|numbers|no|no.|nr|nr.|num|nro|numero|nummer|numer|nomer|nomor|"
             u"broj|cislo|stevilka|szam|numarasi|numarali|so|id|the|your|my|our"
             u"|de|del|of|us|at|on|in|with|by|code|codigo|for|ending|please|this|n|n°|#|ref"},
    {Filler, u"номер*|ном|№|αριθμος|αρ|号|號|番号|番號|号码|號碼|번호|رقم|شماره|نمبر|מספר|नंबर|क्रमांक|หมายเลข|"
             u"เลขที่|в|на|по"},

    {NotCode, u"qr code|qr-code|qrcode|bar code|barcode|zip code|zipcode|postal code|post code|postcode|area "
              u"code|country code|dialing code"
              u"|dial code|error code|swift code|sort code|branch code|bank code|ifsc code|source code|dress "
              u"code|status code|tax code|product code"
              u"|promo code|promocode|codigo postal|codigo de pais|codigo de area|codigo de barras|codigo "
              u"qr|code postal|code promo|code barre"
              u"|code qr|codice fiscale|codice postale|codice sconto|codice a barre|postleitzahl|qr-kod*|kod "
              u"qr|kod pocztowy|kod pos|kode pos|qr kod*"
              u"|kode qr|kod kreskowy|postcode*|codul postal|posta kodu|skoda|kodak|kode area|kode "
              u"booking|kode unik|kode bayar|kode pembayaran|ma vach"
              u"|ma giam gia|ma khuyen mai|ma uu dai|ma don hang|ma van don|ma giao dich|ma khach hang|ma so "
              u"thue|ma qr|ma so du|electronic token"},
    {NotCode, u"промокод*|промо-код*|штрихкод*|штрих-код*|qr-код*|кодекс*|код товара|код "
              u"заказа|баркод*|ταχυδρομικ* κωδικ*|κωδικος προσφορας"
              u"|κωδικος "
              u"παραγγελιας|优惠码|折扣码|邀请码|兑换码|推广码|取件码|提货码|取货码|邮政编码|邮编|二维码|"
              u"優惠碼|折扣碼|邀請碼|兌換碼|條碼|条形码|股票代码|证券代码"
              u"|クーポンコード|プロモーションコード|招待コード|割引コード|qrコード|郵便番号|バーコード|"
              u"쿠폰코드|할인코드|할인 코드|쿠폰 코드|추천코드|우편번호|qr코드|추천인 코드"
              u"|الرمز البريدي|کد پستی|کد تخفیف|کد رهگیری|کد پیگیری|רמז קופון|קוד קופון|קוד הנחה|קוד "
              u"הטבה|รหัสไปรษณีย์|รหัสสินค้า|โค้ดส่วนลด|รหัสส่วนลด"},
};

struct Entry
{
    QString word;
    WordClass kind = Code;
    bool beginsInside = false;
    bool endsInside = false;
};

/// The tables, folded, by their first character; longest words first.
class Dictionary
{
public:
    Dictionary()
    {
        for (const WordList &list : wordLists) {
            const auto words = QStringView(list.words).split(u'|', Qt::SkipEmptyParts);
            for (const QStringView raw : words)
                add(raw, list.kind);
        }
        for (QList<Entry> &entries : m_byFirst) {
            std::stable_sort(entries.begin(), entries.end(),
                             [](const Entry &a, const Entry &b) { return a.word.size() > b.word.size(); });
        }
    }

    const Entry *longestAt(const MessageText &text, qsizetype at) const
    {
        const auto found = m_byFirst.constFind(text.lower()[at].unicode());
        if (found == m_byFirst.constEnd())
            return nullptr;
        const bool inside = isWordChar(text.at(at - 1));
        for (const Entry &entry : *found) {
            if ((inside && !entry.beginsInside) || !text.lower().sliced(at).startsWith(entry.word))
                continue;
            const QChar next = text.at(at + entry.word.size());
            if (entry.endsInside || !isWordChar(next) || !isWordChar(entry.word.back()) ||
                (isUnspacedScript(next) && !isUnspacedScript(entry.word.back())))
                return &entry;
        }
        return nullptr;
    }

private:
    void add(QStringView raw, WordClass kind)
    {
        Entry entry;
        entry.kind = kind;
        entry.beginsInside = raw.startsWith(u'*');
        entry.endsInside = raw.endsWith(u'*');
        entry.word = MessageText::foldedLower(raw.toString().remove(u'*'));
        if (entry.word.isEmpty())
            return;
        // Particles stick to words of the other scripts, but not to the shortest ones: too many accidents.
        if (entry.word[0].unicode() >= 0x0530 && kind != Connector && kind != Filler) {
            const bool unspaced = isUnspacedScript(entry.word[0]);
            entry.endsInside = true;
            entry.beginsInside = unspaced || entry.word.size() > 2;
        } else if (entry.word[0].unicode() >= 0x0530) {
            entry.beginsInside = entry.endsInside = isUnspacedScript(entry.word[0]);
        }
        m_byFirst[entry.word[0].unicode()].append(entry);
    }

    QHash<char16_t, QList<Entry>> m_byFirst;
};

} // namespace

std::vector<WordMatch> findWords(const MessageText &text)
{
    static const Dictionary dictionary;
    std::vector<WordMatch> matches;
    for (qsizetype i = 0; i < text.size();) {
        const Entry *entry =
            text.isAddress(i) || text.at(i).isSpace() ? nullptr : dictionary.longestAt(text, i);
        if (!entry) {
            ++i;
            continue;
        }
        // A word goes on to its end ("kodunuz"), except where there are no spaces to tell it. The rest of a
        // compound may still name a code: "verificatiecode".
        Span span{i, i + entry->word.size()};
        while (isWordChar(text.at(span.end)) && !isUnspacedScript(text.at(span.end)))
            ++span.end;
        matches.push_back({span, entry->kind});
        i = entry->kind == Strong || entry->kind == Code || entry->kind == NotCode ? span.end
                                                                                   : i + entry->word.size();
    }
    return matches;
}

} // namespace otpdesk
