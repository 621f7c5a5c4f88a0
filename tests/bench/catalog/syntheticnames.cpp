#include "tests/bench/catalog/syntheticnames.h"

#include "providers/types/country.h"

#include <QHash>

#include <algorithm>

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView knownServices =
    u"WhatsApp|Telegram|Google, YouTube, Gmail|Facebook|Instagram|TikTok|Amazon|Discord|OpenAI|Uber|"
    u"PayPal|Microsoft|Apple|Twitter|Snapchat|LinkedIn|Netflix|Steam|Airbnb|eBay|Signal|Viber|WeChat|"
    u"LINE|Tinder|Bumble|Coinbase|Binance|Wise|Spotify|Shopee|Gojek|Grab|Careem|Tokopedia|Lazada|"
    u"Bukalapak|Blibli|Traveloka|Dana|OVO|GoPay|LinkAja|JD.com|Alibaba|Taobao|AliExpress|Alipay|Tmall|"
    u"Baidu|Weibo|QQ|Douyin|Kuaishou|Xiaohongshu|Bilibili|Didi|Meituan|Pinduoduo|Temu|SHEIN|Zalo|"
    u"KakaoTalk|Naver|Coupang|Baemin|Toss|Karrot|Mercari|Rakuten|PayPay|Yahoo|AOL|Outlook|ProtonMail|"
    u"Mail.ru|Yandex|VKontakte|Odnoklassniki|Avito|Wildberries|Ozon|Sber|Tinkoff|Qiwi|YooMoney|Samokat|"
    u"Magnit|Pyaterochka|Lenta|Delivery Club|CityMobil|inDrive|BlaBlaCar|Maxim|Bolt|Lyft|Ola|Rapido|"
    u"Zomato|Swiggy|Flipkart|Myntra|Meesho|Paytm|PhonePe|Google Pay|BharatPe|MobiKwik|Freecharge|CRED|"
    u"Jio|Airtel|Hotstar|JioCinema|ShareChat|Moj|Dream11|MPL|Winzo|Rummy Circle|Junglee Rummy|Howzat|"
    u"My11Circle|A23|PokerBaazi|Adda52|Teen Patti|Ludo King|Zupee|BigBasket|Blinkit|Zepto|Dunzo|JioMart|"
    u"Nykaa|Ajio|Snapdeal|ShopClues|IndiaMART|Practo|PharmEasy|1mg|Netmeds|Byju's|Unacademy|Vedantu|"
    u"upGrad|Naukri|Shaadi.com|BharatMatrimony|OYO|MakeMyTrip|Goibibo|Yatra|ixigo|RedBus|IRCTC|"
    u"BookMyShow|Olacabs|Tinder Plus|Badoo|OkCupid|Hinge|Happn|Plenty of Fish|Match.com|eHarmony|Grindr|"
    u"Feeld|Coffee Meets Bagel|Tantan|Momo|Soul|MeetMe|Skout|Tagged|Zoosk|Hily|Mamba|LOVOO|Once|"
    u"The League|Raya|Boo|Pure|Dil Mil|Muzz|Salams|Jdate|Imo|Skype|Zoom|Slack|Teams|Wickr|Threema|"
    u"Element|Session|Line Works|BiP|ToTok|Botim|KeepSafe|TextNow|TextPlus|Google Voice|Hushed|Burner|"
    u"2ndLine|Dingtone|Talkatone|Line2|Sideline|Nextdoor|Clubhouse|Mastodon|Bluesky|Threads|Reddit|"
    u"Quora|Medium|Substack|Tumblr|Pinterest|Flickr|DeviantArt|Behance|Dribbble|Patreon|OnlyFans|Fansly|"
    u"Ko-fi|Twitch|Kick|Trovo|DLive|Rumble|Vimeo|Dailymotion|Bigo Live|Likee|Kwai|Helo|Triller|Dubsmash|"
    u"Lemon8|BeReal|Yubo|Wink|Battle.net|Epic Games|Riot Games|EA|Ubisoft|Rockstar Games|Roblox|"
    u"Minecraft|Mojang|PlayStation|Xbox|Nintendo|GOG|Origin|Garena|Free Fire|PUBG Mobile|Call of Duty|"
    u"Valorant|League of Legends|Genshin Impact|HoYoverse|NetEase|Tencent|miHoYo|Supercell|Zynga|King|"
    u"Wargaming|Gaijin|World of Tanks|War Thunder|Warframe|Lost Ark|Final Fantasy XIV|Square Enix|Nexon|"
    u"NCSoft|Krafton|Smilegate|Pearl Abyss|Gameforge|Innogames|Plarium|Playtika|Scopely|Playrix|G2A|"
    u"Eneba|Kinguin|FunPay|PlayerAuctions|DMarket|Skinport|CSGORoll|Hellcase|Faceit|ESEA|Overwolf|Curse|"
    u"Kraken|Bybit|OKX|KuCoin|Huobi|Gate.io|Bitget|MEXC|Bitfinex|Bitstamp|Gemini|Crypto.com|BitMEX|"
    u"Poloniex|Bittrex|Upbit|Bithumb|Korbit|Coincheck|bitFlyer|WazirX|CoinDCX|CoinSwitch|ZebPay|Indodax|"
    u"Tokocrypto|Pintu|Luno|VALR|Yellow Card|Paxful|LocalBitcoins|Noones|Remitano|Blockchain.com|"
    u"Trust Wallet|MetaMask|Exodus|Ledger|BitPay|Uphold|Nexo|BlockFi|Celsius|Bitpanda|eToro|Robinhood|"
    u"Webull|Plus500|XTB|Interactive Brokers|Charles Schwab|Fidelity|Vanguard|E*TRADE|TD Ameritrade|"
    u"SoFi|Acorns|Stash|Public.com|Cash App|Venmo|Zelle|Chime|Varo|Current|Revolut|N26|Monzo|Starling|"
    u"Monese|bunq|Klarna|Afterpay|Affirm|Clearpay|Sezzle|Zip|Skrill|Neteller|Payoneer|Paysera|PaySend|"
    u"WorldRemit|Remitly|Western Union|MoneyGram|Xoom|Azimo|TransferGo|OPay|PalmPay|Kuda|Moniepoint|"
    u"Carbon|FairMoney|Branch|Tala|M-Pesa|MTN MoMo|Airtel Money|Chipper Cash|Flutterwave|Paystack|Jumia|"
    u"Konga|Jiji|Bet9ja|SportyBet|BetKing|1xBet|Betway|22Bet|Parimatch|Melbet|Mostbet|Betwinner|Pin-Up|"
    u"Stake|Roobet|bet365|William Hill|Ladbrokes|Coral|Paddy Power|Betfair|Unibet|888|PokerStars|"
    u"GGPoker|PartyPoker|DraftKings|FanDuel|BetMGM|Caesars|PrizePicks|Underdog|Sleeper|Dafabet|Fun88|"
    u"W88|188Bet|M88|12Bet|SBOBET|Marathonbet|Fonbet|Winline|Leon|BetBoom|JazzCash|Easypaisa|SadaPay|"
    u"NayaPay|Daraz|Foodpanda|Bykea|Cheetay|OLX|PakWheels|Zameen|Telenor|Zong|Ufone|bKash|Nagad|Rocket|"
    u"Pathao|Chaldal|Evaly|Shohoz|Uber Eats|DoorDash|Grubhub|Postmates|Instacart|Deliveroo|Just Eat|"
    u"Takeaway|Glovo|Wolt|Rappi|iFood|PedidosYa|Mercado Libre|Mercado Pago|Nubank|PicPay|PagBank|Inter|"
    u"C6 Bank|99|Cabify|Beat|DiDi Food|Cornershop|Kavak|Falabella|Linio|Despegar|Americanas|"
    u"Magazine Luiza|Submarino|Casas Bahia|Enjoei|OLX Brasil|Getir|Trendyol|Hepsiburada|Yemeksepeti|"
    u"Sahibinden|n11|GittiGidiyor|Papara|BiTaksi|Noon|Talabat|Careem Pay|Souq|HungerStation|Jahez|"
    u"Mrsool|STC Pay|Tabby|Tamara|Namshi|Dubizzle|Bayt|Snapp|Tapsi|Digikala|Divar|Rubika|Eitaa|Bale|"
    u"Soroush|Gap|Blogfa|Aparat|Filimo|Walmart|Target|Costco|Best Buy|Home Depot|Kroger|Walgreens|CVS|"
    u"Nike|Adidas|Puma|H&M|Zara|ASOS|Zalando|Otto|Allegro|Vinted|Depop|Poshmark|Etsy|Wish|Shopify|"
    u"OfferUp|Letgo|Craigslist|Gumtree|Leboncoin|Wallapop|Marktplaats|Kleinanzeigen|Milanuncios|Subito|"
    u"Blocket|Finn|Tori|Bazos|Jofogas|OLX Poland|Avito Maroc|Ouedkniss|Carousell|Mudah|Kaidee|Chotot|"
    u"Tiki|Sendo|MoMo Wallet|ZaloPay|VNPay|TrueMoney|LINE MAN|Robinhood Delivery|GCash|Maya|Coins.ph|"
    u"Angkas|JoyRide|Lalamove|Touch 'n Go|Boost|BigPay|ShopeePay|FavePay|SingPass|PayLah|Nets|Razer|"
    u"AirAsia|Scoot|Booking.com|Agoda|Expedia|Hotels.com|Trip.com|Trivago|Kayak|Skyscanner|Vrbo|"
    u"Hostelworld|Couchsurfing|Getaround|Turo|Zipcar|Lime|Bird|Tier|Voi|Dott|Spin|Adobe|Canva|Figma|"
    u"Notion|Dropbox|GitHub|GitLab|DigitalOcean|Vultr|Linode|Hetzner|OVH|AWS|Azure|Oracle Cloud|"
    u"IBM Cloud|Alibaba Cloud|Tencent Cloud|Huawei|Xiaomi|OPPO|vivo|Samsung|Sony|LG|Nokia|Lenovo|Dell|"
    u"HP|Asus|Claude|Gemini AI|Perplexity|Midjourney|Character.AI|Replika|Poe|DeepSeek|Mistral|Cohere|"
    u"Hugging Face|Grok|Copilot|Runway|ElevenLabs|Suno|HeyGen|Synthesia|Jasper|Grammarly|QuillBot|Chegg|"
    u"Course Hero|Coursera|Udemy|edX|Duolingo|Babbel|Busuu|Memrise|Fiverr|Upwork|Freelancer|Toptal|"
    u"Prolific|Swagbucks|Survey Junkie|Toluna|YouGov|Attapoll|Premise|Clickworker|Appen|Remotasks|"
    u"TaskRabbit|Rover|Care.com|Thumbtack|Angi|Yelp|Foursquare|TripAdvisor|OpenTable|Resy|Eventbrite|"
    u"Ticketmaster|StubHub|SeatGeek|Viagogo|DICE|Deezer|Tidal|SoundCloud|Audiomack|Boomplay|JOOX|Gaana|"
    u"JioSaavn|Wynk|Shazam|Hulu|Disney+|Max|Peacock|Paramount+|Crunchyroll|Viki|iQIYI|WeTV|Youku|Viu|"
    u"Vidio|MX Player|Zee5|SonyLIV|Voot|Eros Now|DAZN|ESPN|FuboTV";

// Made-up brands: each beginning with each ending.
constexpr QStringView beginnings =
    u"Aero|Alto|Amber|Arc|Astra|Aura|Axio|Beam|Blau|Brisk|Cala|Cedar|Ciel|Clar|Coral|Crest|Dash|Delta|"
    u"Dora|Echo|Elan|Ember|Evo|Fable|Fern|Finch|Flux|Gala|Glint|Grove|Halo|Haven|Helio|Indi|Iris|Jade|"
    u"Juno|Kado|Kite|Koru|Lark|Luma|Lyra|Mava|Mint|Mono|Nara|Neo|Nova|Oka|Onyx|Orbi|Pala|Pika|Quill|Rune|"
    u"Sola|Terra|Vela|Zen";
constexpr QStringView endings =
    u"Pay|Bank| Shop|Mart|Chat|Date|Ride|Food|Play|Bet|Win|Coin|Trade|Cash|Loan|Card|Fit|Med|Care|Learn|"
    u"Jobs|Home|Stay|Trip|Fly|Go|Express|Post|Drop|Box|Cloud|Mail|Link|Hub|Lab|Net|Works|Market|Deals|Tv|"
    u"Music|Games|Live|Social|Match|Club| Taxi| Poker| Casino|.example";

struct Written
{
    QStringView iso;
    int weight;
    int percent;
    // How each provider writes it; empty: by its English name.
    QStringView otpZap;
    QStringView zapOtp;
    QStringView otpWall;
    QStringView otpGet;
};

/// The countries that sell most, and those that are written in several ways.
constexpr Written writtenCountries[] = {
    {u"ID", 40, 60, u"", u"", u"", u""},
    {u"US", 38, 145, u"USA", u"United States of America", u"United States", u"USA"},
    {u"IN", 34, 58, u"", u"", u"", u""},
    {u"PK", 30, 55, u"", u"", u"", u""},
    {u"GB", 30, 120, u"England", u"United Kingdom", u"United Kingdom", u"England"},
    {u"RU", 28, 70, u"Russia", u"Russian Federation", u"Russia", u"Russia"},
    {u"BR", 24, 80, u"Brasil", u"Brazil", u"Brazil", u"Brazil"},
    {u"NG", 24, 72, u"", u"", u"", u""},
    {u"PH", 22, 66, u"", u"", u"", u"Phillipines"},
    {u"VN", 22, 68, u"Vietnam", u"Viet Nam", u"Viet Nam", u"Vietnam"},
    {u"CN", 20, 180, u"", u"", u"", u""},
    {u"DE", 20, 230, u"", u"", u"", u""},
    {u"FR", 18, 190, u"", u"", u"", u""},
    {u"CA", 18, 105, u"", u"", u"", u""},
    {u"UA", 16, 90, u"", u"", u"", u""},
    {u"KZ", 16, 95, u"", u"", u"", u""},
    {u"MY", 16, 85, u"", u"", u"", u""},
    {u"TH", 16, 90, u"", u"", u"", u""},
    {u"BD", 15, 60, u"", u"", u"", u""},
    {u"KE", 14, 64, u"", u"", u"", u""},
    {u"ZA", 14, 78, u"", u"", u"", u""},
    {u"NL", 14, 150, u"Netherlands", u"The Netherlands", u"Netherlands", u"Holland"},
    {u"PL", 14, 110, u"", u"", u"", u""},
    {u"ES", 14, 160, u"", u"", u"", u""},
    {u"IT", 13, 170, u"", u"", u"", u""},
    {u"TR", 13, 170, u"Turkey", u"Türkiye", u"Turkey", u"Turkey"},
    {u"MX", 12, 88, u"", u"", u"", u""},
    {u"AR", 11, 84, u"", u"", u"", u""},
    {u"CO", 11, 76, u"", u"", u"", u""},
    {u"EG", 11, 74, u"", u"", u"", u""},
    {u"MA", 10, 82, u"", u"", u"", u""},
    {u"SE", 10, 140, u"", u"", u"", u""},
    {u"PT", 10, 135, u"", u"", u"", u""},
    {u"RO", 10, 100, u"", u"", u"", u""},
    {u"CZ", 9, 125, u"Czech Republic", u"Czechia", u"Czechia", u"Czech"},
    {u"AE", 9, 220, u"UAE", u"United Arab Emirates", u"United Arab Emirates", u"UAE"},
    {u"SA", 9, 200, u"", u"", u"", u""},
    {u"HK", 9, 130, u"Hong Kong", u"Hong Kong", u"Hong Kong", u"Hongkong"},
    {u"KR", 8, 240, u"South Korea", u"Korea, Republic of", u"South Korea", u"South Korea"},
    {u"JP", 8, 260, u"", u"", u"", u""},
    {u"CI", 6, 79, u"Ivory Coast", u"Côte d’Ivoire", u"Ivory Coast", u"Ivory Coast"},
    {u"CD", 5, 81, u"DR Congo", u"Democratic Republic of the Congo", u"DR Congo", u"Congo (Dem. Republic)"},
    {u"LA", 5, 83, u"Laos", u"Lao People's Democratic Republic", u"Laos", u"Laos"},
};

constexpr int CountryCount = 190;

QStringList listOf(QStringView names)
{
    QStringList all;
    for (const QStringView name : names.split(u'|'))
        all += name.toString();
    return all;
}

SyntheticCountry written(const Country &country, const Written *as)
{
    const auto by = [&country](QStringView name) { return name.isEmpty() ? country.name : name.toString(); };
    if (!as)
        return {country.iso, country.name, country.name, country.name, country.name, 100, 3};
    return {country.iso,    by(as->otpZap), by(as->zapOtp), by(as->otpWall),
            by(as->otpGet), as->percent,    as->weight};
}

} // namespace

const QStringList &syntheticServices()
{
    static const QStringList services = [] {
        QStringList all = listOf(knownServices);
        const QStringList ends = listOf(endings);
        for (const QString &end : ends) {
            for (const QString &beginning : listOf(beginnings))
                all += beginning + end;
        }
        return all;
    }();
    return services;
}

int knownServiceCount()
{
    static const auto count = static_cast<int>(knownServices.count(u'|')) + 1;
    return count;
}

const QList<SyntheticCountry> &syntheticCountries()
{
    static const QList<SyntheticCountry> countries = [] {
        QList<SyntheticCountry> all;
        QHash<QString, const Written *> special;
        for (const Written &one : writtenCountries) {
            special.insert(one.iso.toString(), &one);
            if (const Country *country = findCountry(one.iso))
                all += written(*country, &one);
        }
        for (const Country &country : allCountries()) {
            if (all.size() < CountryCount && !country.dialCode.isEmpty() && !special.contains(country.iso))
                all += written(country, nullptr);
        }
        return all;
    }();
    return countries;
}

QStringList syntheticOperators(const QString &iso)
{
    static const QHash<QString, QStringList> known{
        {u"ID"_s, {u"Telkomsel"_s, u"Indosat"_s, u"XL Axiata"_s, u"Tri"_s, u"Smartfren"_s}},
        {u"PK"_s, {u"Jazz"_s, u"Zong"_s, u"Telenor"_s, u"Ufone"_s}},
        {u"US"_s, {u"T-Mobile"_s, u"AT&T"_s, u"Verizon"_s}},
        {u"GB"_s, {u"EE"_s, u"Vodafone"_s, u"O2"_s, u"Three"_s}},
        {u"IN"_s, {u"Jio"_s, u"Airtel"_s, u"Vi"_s}},
        {u"NG"_s, {u"MTN"_s, u"Airtel"_s, u"Glo"_s, u"9mobile"_s}},
        {u"BR"_s, {u"Vivo"_s, u"Claro"_s, u"TIM"_s}},
        {u"RU"_s, {u"MTS"_s, u"Beeline"_s, u"MegaFon"_s, u"Tele2"_s}},
        {u"DE"_s, {u"Telekom"_s, u"Vodafone"_s, u"O2"_s}},
        {u"FR"_s, {u"Orange"_s, u"SFR"_s, u"Free"_s}},
        {u"PH"_s, {u"Globe"_s, u"Smart"_s, u"DITO"_s}},
    };
    return known.value(iso, {u"Vodafone"_s, u"Orange"_s, u"Airtel"_s});
}

} // namespace otpdesk
