<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>Try &apos;otpdesk --help&apos;.</source>
        <translation>Coba &apos;otpdesk --help&apos;.</translation>
    </message>
    <message>
        <source>Try everything on a simulated provider. Nothing is bought, no real money.</source>
        <translation>Coba semuanya pada penyedia simulasi. Tidak ada yang dibeli, tanpa uang sungguhan.</translation>
    </message>
    <message>
        <source>Keep all data in the folder DIR.</source>
        <translation>Simpan semua data di folder DIR.</translation>
    </message>
    <message>
        <source>Start without showing the window.</source>
        <translation>Mulai tanpa menampilkan jendela.</translation>
    </message>
    <message>
        <source>Go through the main job on a simulated provider and save a picture of each step in DIR.</source>
        <translation>Jalankan pekerjaan utama pada penyedia simulasi dan simpan gambar tiap langkah di DIR.</translation>
    </message>
    <message>
        <source>Print the version and exit.</source>
        <translation>Tampilkan versi lalu keluar.</translation>
    </message>
    <message>
        <source>Print this help and exit.</source>
        <translation>Tampilkan bantuan ini lalu keluar.</translation>
    </message>
    <message>
        <source>One window for numbers and one-time codes of several providers.</source>
        <translation>Satu jendela untuk nomor dan kode sekali pakai dari beberapa penyedia.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not expected.</source>
        <translation>&apos;%1&apos; tidak dikenal di sini.</translation>
    </message>
    <message>
        <source>--%1 needs a folder, and &apos;%2&apos; is none.</source>
        <translation>--%1 memerlukan folder, dan &apos;%2&apos; bukan folder.</translation>
    </message>
    <message>
        <source>--tour shows the window: leave out --minimized.</source>
        <translation>--tour menampilkan jendela: hilangkan --minimized.</translation>
    </message>
    <message>
        <source>With --tour: load N more offers and only go through the catalog, to see that nothing stalls.</source>
        <translation>Bersama --tour: muat N penawaran lagi dan hanya jelajahi katalog, untuk melihat bahwa tidak ada yang tersendat.</translation>
    </message>
    <message>
        <source>--offers needs a number from 1 to %1.</source>
        <translation>--offers memerlukan angka dari 1 sampai %1.</translation>
    </message>
    <message>
        <source>--offers needs --tour as well.</source>
        <translation>--offers juga memerlukan --tour.</translation>
    </message>
</context>
<context>
    <name>ExchangeRates</name>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>Format of a day with its year; see QLocale::toString()</extracomment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>About %1, at your rate of %2: %3</source>
        <extracomment>&quot;About ₹12.40, at your rate of 3 Nov 2026: 1 USD = 84.10 INR&quot;</extracomment>
        <translation>Kira-kira %1, menurut kurs Anda tanggal %2: %3</translation>
    </message>
    <message>
        <source>About %1, at your rates: %2 (%3), %4 (%5)</source>
        <extracomment>&quot;About ₹5.18, at your rates: 1 USD = 16250 IDR (3 Nov 2026), 1 USD = 84.10 INR (10 Nov 2026)&quot;</extracomment>
        <translation>Kira-kira %1, menurut kurs Anda: %2 (%3), %4 (%5)</translation>
    </message>
    <message>
        <source>%1 days old</source>
        <extracomment>Of an exchange rate; 8 to 13</extracomment>
        <translation>%1 hari lalu</translation>
    </message>
    <message>
        <source>%1 weeks old</source>
        <extracomment>Of an exchange rate; 2 to 8</extracomment>
        <translation>%1 minggu lalu</translation>
    </message>
    <message>
        <source>%1 months old</source>
        <extracomment>Of an exchange rate; 2 to 23</extracomment>
        <translation>%1 bulan lalu</translation>
    </message>
    <message>
        <source>%1 years old</source>
        <extracomment>Of an exchange rate; 2 and more</extracomment>
        <translation>%1 tahun lalu</translation>
    </message>
    <message>
        <source>%1 ≈ %2</source>
        <extracomment>&quot;Rp 1,000 ≈ ₹5.18&quot;</extracomment>
        <translation>%1 ≈ %2</translation>
    </message>
    <message>
        <source>Enter a number such as 16250 or %1, without separators between thousands; or leave the field empty.</source>
        <translation>Masukkan angka seperti 16250 atau %1, tanpa pemisah ribuan; atau biarkan kosong.</translation>
    </message>
    <message>
        <source>This can be read in two ways. Enter %1, or %2 if a fraction was meant.</source>
        <extracomment>%1 is &quot;16250&quot;, %2 &quot;16.250&quot;</extracomment>
        <translation>Ini dapat dibaca dengan dua cara. Masukkan %1, atau %2 jika yang dimaksud pecahan.</translation>
    </message>
    <message>
        <source>Enter a number above 0, or leave the field empty.</source>
        <translation>Masukkan angka di atas 0, atau biarkan kosong.</translation>
    </message>
    <message>
        <source>Check the zeros: this is no rate between two currencies.</source>
        <translation>Periksa nolnya: ini bukan kurs antara dua mata uang.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>Try again in %1.</source>
        <translation>Coba lagi dalam %1.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Coba lagi sebentar lagi.</translation>
    </message>
    <message>
        <source>%1 did not accept the API key. Check it in Accounts.</source>
        <translation>%1 tidak menerima kunci API. Periksa di Akun.</translation>
    </message>
    <message>
        <source>%1 has blocked this account. Ask its support to unblock it.</source>
        <translation>%1 memblokir akun ini. Minta bagian dukungannya membuka blokir.</translation>
    </message>
    <message>
        <source>The balance at %1 is too low. Top it up, then try again.</source>
        <translation>Saldo di %1 tidak cukup. Isi ulang, lalu coba lagi.</translation>
    </message>
    <message>
        <source>%1 has no numbers for this offer now. Choose another offer or try again later.</source>
        <translation>%1 sedang tidak punya nomor untuk penawaran ini. Pilih penawaran lain atau coba lagi nanti.</translation>
    </message>
    <message>
        <source>%1 changed the price, and nothing was bought. Refresh the offers and buy again.</source>
        <translation>%1 mengubah harga, dan tidak ada yang dibeli. Muat ulang penawaran lalu beli lagi.</translation>
    </message>
    <message>
        <source>%1 did not accept this request. Refresh the offers, then try again.</source>
        <translation>%1 tidak menerima permintaan ini. Muat ulang penawaran, lalu coba lagi.</translation>
    </message>
    <message>
        <source>%1 does not know this order or offer any more. Refresh the list.</source>
        <translation>%1 tidak lagi mengenal pesanan atau penawaran ini. Muat ulang daftar.</translation>
    </message>
    <message>
        <source>%1 does not allow this yet.</source>
        <translation>%1 belum mengizinkan ini.</translation>
    </message>
    <message>
        <source>%1 says it is too late for this. Check where the order stands now.</source>
        <translation>%1 menyatakan ini sudah terlambat. Periksa keadaan pesanan sekarang.</translation>
    </message>
    <message>
        <source>%1 lets you finish only after a message. Wait for one, or cancel.</source>
        <translation>Di %1 pesanan hanya dapat diselesaikan setelah ada pesan. Tunggu pesan, atau batalkan.</translation>
    </message>
    <message>
        <source>%1 got too many requests from this account.</source>
        <translation>%1 menerima terlalu banyak permintaan dari akun ini.</translation>
    </message>
    <message>
        <source>The supplier behind %1 refused. Try again, or choose another offer.</source>
        <translation>Pemasok %1 menolak. Coba lagi, atau pilih penawaran lain.</translation>
    </message>
    <message>
        <source>%1 is out of order or under maintenance. Try again later.</source>
        <translation>%1 sedang terganggu atau dalam pemeliharaan. Coba lagi nanti.</translation>
    </message>
    <message>
        <source>%1 does not offer this. Use its website instead.</source>
        <translation>%1 tidak menyediakan ini. Gunakan situs webnya.</translation>
    </message>
    <message>
        <source>%1 refused. Look at its answer in the details, then try again.</source>
        <translation>%1 menolak. Lihat jawabannya di rincian, lalu coba lagi.</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>Hours and minutes, short</extracomment>
        <translation>%1 jam %2 mnt</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>baru saja</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 mnt lalu</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>hari ini %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>Format of a day of this year, and of another year; see QLocale::toString()</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>Buying</source>
        <translation>Membeli</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Belum pasti</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Kedaluwarsa</translation>
    </message>
    <message>
        <source>Not bought</source>
        <translation>Tidak dibeli</translation>
    </message>
    <message>
        <source>The provider</source>
        <translation>Penyedia</translation>
    </message>
    <message>
        <source>The answer of %1 could not be understood. Try again, or look for an update.</source>
        <translation>Jawaban %1 tidak dapat dipahami. Coba lagi, atau cari versi baru.</translation>
    </message>
    <message>
        <source>A web page answered instead of %1. Check the server address and your network&apos;s sign-in page.</source>
        <translation>Yang menjawab halaman web, bukan %1. Periksa alamat server dan halaman masuk jaringan Anda.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the internet connection or the server address.</source>
        <translation>%1 tidak dapat dijangkau. Periksa sambungan internet atau alamat server.</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Check the internet connection, then try again.</source>
        <translation>%1 tidak menjawab tepat waktu. Periksa sambungan internet, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The connection to %1 is not secure. Check the server address and this computer&apos;s clock.</source>
        <translation>Sambungan ke %1 tidak aman. Periksa alamat server dan jam komputer ini.</translation>
    </message>
    <message>
        <source>%1 redirects to another server. Check the server address in Accounts.</source>
        <translation>%1 mengalihkan ke server lain. Periksa alamat server di Akun.</translation>
    </message>
    <message>
        <source>%1 redirects to %2. Check the server address in Accounts.</source>
        <translation>%1 mengalihkan ke %2. Periksa alamat server di Akun.</translation>
    </message>
    <message>
        <source>The answer of %1 is too large. Check the server address in Accounts.</source>
        <translation>Jawaban %1 terlalu besar. Periksa alamat server di Akun.</translation>
    </message>
    <message>
        <source>The server address of %1 cannot be used. Correct it in Accounts.</source>
        <translation>Alamat server %1 tidak dapat dipakai. Perbaiki di Akun.</translation>
    </message>
    <message>
        <source>Nothing was sent to %1. Try again when you are ready.</source>
        <translation>Tidak ada yang dikirim ke %1. Coba lagi bila Anda siap.</translation>
    </message>
    <message>
        <source>The journal could not be written, so nothing was sent to %1. Check the free disk space.</source>
        <translation>Jurnal tidak dapat ditulis, jadi tidak ada yang dikirim ke %1. Periksa ruang kosong disk.</translation>
    </message>
    <message>
        <source>The API key for %1 is missing. Enter it in Accounts.</source>
        <translation>Kunci API untuk %1 tidak ada. Masukkan di Akun.</translation>
    </message>
    <message>
        <source>Possible in %1, after the provider&apos;s waiting time.</source>
        <translation>Bisa dalam %1, setelah waktu tunggu penyedia.</translation>
    </message>
    <message>
        <source>The provider does not offer this.</source>
        <translation>Penyedia tidak menyediakan ini.</translation>
    </message>
    <message>
        <source>Possible once a message has come.</source>
        <translation>Bisa setelah ada pesan masuk.</translation>
    </message>
    <message>
        <source>Not possible any more: a message has come.</source>
        <translation>Tidak bisa lagi: sudah ada pesan masuk.</translation>
    </message>
    <message>
        <source>Asked for already. Possible again after the next message.</source>
        <translation>Sudah diminta. Bisa lagi setelah pesan berikutnya.</translation>
    </message>
    <message>
        <source>This order is over.</source>
        <translation>Pesanan ini sudah berakhir.</translation>
    </message>
    <message>
        <source>Possible once the provider has confirmed the order.</source>
        <translation>Bisa setelah penyedia memastikan pesanan.</translation>
    </message>
    <message>
        <source>The account&apos;s key is missing, or the account was removed.</source>
        <translation>Kunci akun tidak ada, atau akun sudah dihapus.</translation>
    </message>
    <message>
        <source>Not possible now.</source>
        <translation>Sekarang tidak bisa.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <extracomment>Hours, short; from 24 to 47</extracomment>
        <translation>%1 jam</translation>
    </message>
    <message>
        <source>%1 days</source>
        <extracomment>Two days or more</extracomment>
        <translation>%1 hari</translation>
    </message>
    <message>
        <source>%1 days %2 h</source>
        <extracomment>Days and hours, short; two days or more</extracomment>
        <translation>%1 hari %2 jam</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 jam</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 jam</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 hari</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Ended</source>
        <extracomment>Of a rented number whose time is over</extracomment>
        <translation>Berakhir</translation>
    </message>
    <message>
        <source>Creating</source>
        <translation>Membuat</translation>
    </message>
    <message>
        <source>To be paid</source>
        <extracomment>of an invoice: not paid yet</extracomment>
        <translation>Belum dibayar</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Dibayar</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gagal</translation>
    </message>
    <message>
        <source>Not created</source>
        <translation>Tidak dibuat</translation>
    </message>
    <message>
        <source>This rental is over.</source>
        <translation>Sewa ini sudah berakhir.</translation>
    </message>
    <message>
        <source>This inbox is closed.</source>
        <translation>Kotak masuk ini sudah ditutup.</translation>
    </message>
    <message>
        <source>Possible once the provider has confirmed the purchase.</source>
        <translation>Bisa setelah penyedia memastikan pembelian.</translation>
    </message>
    <message>
        <source>Refunded.</source>
        <translation>Dikembalikan.</translation>
    </message>
    <message>
        <source>Refunded: %1 of %2</source>
        <translation>Dikembalikan: %1 dari %2</translation>
    </message>
    <message>
        <source>Refunded: %1</source>
        <translation>Dikembalikan: %1</translation>
    </message>
    <message>
        <source>Refund: %1 less the provider&apos;s fee, if any</source>
        <translation>Uang kembali: %1 dikurangi biaya penyedia, bila ada</translation>
    </message>
    <message>
        <source>Refund: the price less the provider&apos;s fee, if any</source>
        <translation>Uang kembali: harga dikurangi biaya penyedia, bila ada</translation>
    </message>
    <message>
        <source>Refund: the price less a fee of %1</source>
        <translation>Uang kembali: harga dikurangi biaya %1</translation>
    </message>
    <message>
        <source>Refund: %1, in full</source>
        <translation>Uang kembali: %1, penuh</translation>
    </message>
    <message>
        <source>Refund: %1 of %2 (fee %3)</source>
        <extracomment>&quot;Refund: Rp 900 of Rp 1,000 (fee Rp 100)&quot;</extracomment>
        <translation>Uang kembali: %1 dari %2 (biaya %3)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>Seconds, short</extracomment>
        <translation>%1 dtk</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>Minutes, short</extracomment>
        <translation>%1 mnt</translation>
    </message>
    <message>
        <source>Orders at %1 are checked every %2 instead of %3: %4 of them share its limit of %5 requests a minute.</source>
        <translation>Pesanan di %1 diperiksa setiap %2, bukan setiap %3: %4 pesanan berbagi batasnya sebanyak %5 permintaan per menit.</translation>
    </message>
    <message>
        <source>%1 asks for a pause: its orders are checked again from %2 on.</source>
        <extracomment>%1 is an account, %2 a time of day with seconds</extracomment>
        <translation>%1 meminta jeda: pesanannya diperiksa lagi mulai %2.</translation>
    </message>
    <message>
        <source>This is more than the account at %1 may spend unasked, so nothing was bought. Buy again and say yes, or raise the limit in Accounts.</source>
        <translation>Ini melebihi yang boleh dibelanjakan akun di %1 tanpa bertanya, jadi tidak ada yang dibeli. Beli lagi dan setujui, atau naikkan batasnya di Akun.</translation>
    </message>
    <message>
        <source>You bought 1 inbox here</source>
        <translation>Anda membeli 1 kotak masuk di sini</translation>
    </message>
    <message>
        <source>You bought %1 inboxes here</source>
        <translation>Anda membeli %1 kotak masuk di sini</translation>
    </message>
    <message>
        <source>You bought 1 number here</source>
        <translation>Anda membeli 1 nomor di sini</translation>
    </message>
    <message>
        <source>You bought %1 numbers here</source>
        <translation>Anda membeli %1 nomor di sini</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Own success with an offer: &quot;78% of 9&quot;, of 9 purchases that is</extracomment>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>%1: no message came.</source>
        <extracomment>%1 is &quot;You bought 9 numbers here&quot;</extracomment>
        <translation>%1: tidak ada pesan yang datang.</translation>
    </message>
    <message>
        <source>%1: %2 got a message.</source>
        <extracomment>%1 is &quot;You bought 9 numbers here&quot;, %2 a number</extracomment>
        <translation>%1: %2 mendapat pesan.</translation>
    </message>
    <message>
        <source>%1: 1 got a message, after %2.</source>
        <extracomment>%1 is &quot;You bought 9 numbers here&quot;, %2 a time</extracomment>
        <translation>%1: 1 mendapat pesan, setelah %2.</translation>
    </message>
    <message>
        <source>%1: %2 got a message, half of them within %3.</source>
        <extracomment>%1 is &quot;You bought 9 numbers here&quot;, %2 a number, %3 a time</extracomment>
        <translation>%1: %2 mendapat pesan, setengahnya dalam %3.</translation>
    </message>
</context>
<context>
    <name>HttpClient</name>
    <message>
        <source>The server address must begin with https://.</source>
        <translation>Alamat server harus diawali https://.</translation>
    </message>
    <message>
        <source>Use https://. Without it, others could read the key on its way.</source>
        <translation>Gunakan https://. Tanpa itu, orang lain dapat membaca kunci di perjalanan.</translation>
    </message>
    <message>
        <source>Remove the user name from the server address.</source>
        <translation>Hapus nama pengguna dari alamat server.</translation>
    </message>
    <message>
        <source>Remove everything from ? or # on in the server address.</source>
        <translation>Hapus semua mulai dari ? atau # di alamat server.</translation>
    </message>
    <message>
        <source>The server redirects in a circle.</source>
        <translation>Server mengalihkan berputar-putar.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired.</source>
        <translation>Sertifikat server sudah kedaluwarsa.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet. Check this computer&apos;s clock.</source>
        <translation>Sertifikat server belum berlaku. Periksa jam komputer ini.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another host.</source>
        <translation>Sertifikat server milik host lain.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has been revoked.</source>
        <translation>Sertifikat server sudah dicabut.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is signed by itself only.</source>
        <translation>Sertifikat server hanya ditandatangani oleh dirinya sendiri.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate comes from nobody this computer trusts.</source>
        <translation>Sertifikat server tidak berasal dari pihak yang dipercaya komputer ini.</translation>
    </message>
    <message>
        <source>No secure connection could be agreed with the server.</source>
        <translation>Sambungan aman dengan server tidak dapat disepakati.</translation>
    </message>
    <message>
        <source>The proxy wants a user name and password.</source>
        <translation>Proksi meminta nama pengguna dan kata sandi.</translation>
    </message>
    <message>
        <source>The proxy does not answer.</source>
        <translation>Proksi tidak menjawab.</translation>
    </message>
</context>
<context>
    <name>OtpZap</name>
    <message>
        <source>Server 1</source>
        <translation>Server 1</translation>
    </message>
    <message>
        <source>Server 2</source>
        <translation>Server 2</translation>
    </message>
    <message>
        <source>Server 3</source>
        <translation>Server 3</translation>
    </message>
    <message>
        <source>Special services</source>
        <translation>Layanan khusus</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>The folder %1 cannot be written. Choose another one with --profile, or change its permissions.</source>
        <translation>Folder %1 tidak dapat ditulis. Pilih folder lain dengan --profile, atau ubah izinnya.</translation>
    </message>
</context>
<context>
    <name>PurchaseWords</name>
    <message>
        <source>%1 seconds</source>
        <translation>%1 detik</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 menit</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 menit</translation>
    </message>
    <message>
        <source>Cancel while no message has come: %1 comes back, %2 is the provider&apos;s fee.</source>
        <translation>Dapat dibatalkan selama belum ada pesan: %1 kembali, %2 biaya penyedia.</translation>
    </message>
    <message>
        <source>Cancel for a full refund after %1, while no SMS has come.</source>
        <translation>Dapat dibatalkan dengan uang kembali penuh setelah %1, selama belum ada SMS.</translation>
    </message>
    <message>
        <source>Cancel for the refund while no message has come.</source>
        <translation>Dapat dibatalkan dengan uang kembali, selama belum ada pesan.</translation>
    </message>
    <message>
        <source>Cancel for a full refund at any time, while no SMS has come.</source>
        <translation>Dapat dibatalkan kapan saja dengan uang kembali penuh, selama belum ada SMS.</translation>
    </message>
    <message>
        <source>Paid for its whole time: it cannot be given back.</source>
        <translation>Dibayar untuk seluruh waktunya: tidak dapat dikembalikan.</translation>
    </message>
    <message>
        <source>Cannot be cancelled; released at expiry.</source>
        <translation>Tidak dapat dibatalkan; dilepas saat kedaluwarsa.</translation>
    </message>
    <message>
        <source>More time for %1</source>
        <translation>Tambahan waktu untuk %1</translation>
    </message>
    <message>
        <source>Rented number</source>
        <translation>Nomor sewaan</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Apa saja</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>harga tidak diketahui</translation>
    </message>
    <message>
        <source>%1 success</source>
        <extracomment>in a list of choices: how many of a hundred orders get their message</extracomment>
        <translation>%1 berhasil</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>habis</translation>
    </message>
    <message>
        <source>For each: %1</source>
        <extracomment>of several inboxes: what holds for each of them</extracomment>
        <translation>Untuk masing-masing: %1</translation>
    </message>
    <message>
        <source>%1, now %2</source>
        <extracomment>of a rental: when it ends now, and when it will end</extracomment>
        <translation>%1, sekarang %2</translation>
    </message>
    <message>
        <source>The price changed: was %1, now %2.</source>
        <translation>Harga berubah: tadinya %1, sekarang %2.</translation>
    </message>
    <message>
        <source>This one is sold out at the moment. Choose another variant.</source>
        <translation>Yang ini sedang habis. Pilih varian lain.</translation>
    </message>
    <message>
        <source>Sold out at the moment. Try again later, or choose another offer.</source>
        <translation>Sedang habis. Coba lagi nanti, atau pilih penawaran lain.</translation>
    </message>
    <message>
        <source>Your balance is too low: %1 more is needed. Top up the account first.</source>
        <translation>Saldo Anda kurang %1. Isi ulang akun dulu.</translation>
    </message>
    <message>
        <source>Only %1 are left. Ask for fewer.</source>
        <translation>Hanya tersisa %1. Minta lebih sedikit.</translation>
    </message>
    <message>
        <source>The code pattern is not a regular expression: %1. Correct it, or leave it empty.</source>
        <translation>Pola kode bukan ekspresi reguler: %1. Perbaiki, atau kosongkan.</translation>
    </message>
    <message>
        <source>&amp;Yes, buy although the price is not known</source>
        <translation>&amp;Ya, beli meskipun harganya tidak diketahui</translation>
    </message>
    <message>
        <source>&amp;Yes, go beyond my daily limit of %1</source>
        <translation>&amp;Ya, lampaui batas harian saya sebesar %1</translation>
    </message>
    <message>
        <source>&amp;Yes, spend more than %1 at once</source>
        <translation>&amp;Ya, belanjakan lebih dari %1 sekaligus</translation>
    </message>
    <message>
        <source>&amp;Yes, spend more than %1 at once and go beyond my daily limit of %2</source>
        <translation>&amp;Ya, belanjakan lebih dari %1 sekaligus dan lampaui batas harian saya sebesar %2</translation>
    </message>
</context>
<context>
    <name>TopUpFacts</name>
    <message>
        <source>Asking %1 for the invoice…</source>
        <translation>Meminta tagihan ke %1…</translation>
    </message>
    <message>
        <source>No readable answer came from %1. The same invoice is asked for again; no second one is made.</source>
        <translation>Tidak ada jawaban yang terbaca dari %1. Tagihan yang sama diminta lagi; tidak dibuat tagihan kedua.</translation>
    </message>
    <message>
        <source>Its time is over. %1 is still asked whether it was paid in time.</source>
        <translation>Waktunya habis. %1 masih ditanya apakah tagihan dibayar tepat waktu.</translation>
    </message>
    <message>
        <source>Pay exactly this amount: the last digits tell your payment apart from others. %1 is added to your balance.</source>
        <translation>Bayar persis nominal ini: angka terakhirnya membedakan pembayaran Anda dari yang lain. %1 ditambahkan ke saldo Anda.</translation>
    </message>
    <message>
        <source>Pay exactly this amount. %1 is added to your balance.</source>
        <translation>Bayar persis nominal ini. %1 ditambahkan ke saldo Anda.</translation>
    </message>
    <message>
        <source>%1 was added to your balance.</source>
        <translation>%1 sudah ditambahkan ke saldo Anda.</translation>
    </message>
    <message>
        <source>Its time is over: do not pay it any more. If you paid in time, refresh the balance; else create a new invoice.</source>
        <translation>Waktunya habis: tagihan ini jangan dibayar lagi. Bila Anda membayar tepat waktu, perbarui saldo; bila tidak, buat tagihan baru.</translation>
    </message>
    <message>
        <source>%1 says that the payment failed. Look at your balance there before you pay again.</source>
        <translation>%1 menyatakan pembayaran gagal. Lihat saldo Anda di sana sebelum membayar lagi.</translation>
    </message>
    <message>
        <source>%1 gave no readable answer in time, so this was given up.</source>
        <translation>%1 tidak memberi jawaban yang terbaca tepat waktu, jadi ini tidak diteruskan.</translation>
    </message>
    <message>
        <source>%1 did not make this invoice.</source>
        <translation>%1 tidak membuat tagihan ini.</translation>
    </message>
    <message>
        <source>%1 did not make this invoice: %2</source>
        <translation>%1 tidak membuat tagihan ini: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Belum diketahui</translation>
    </message>
    <message>
        <source>Do not pay this invoice any more</source>
        <translation>Tagihan ini jangan dibayar lagi</translation>
    </message>
    <message>
        <source>See the payment page</source>
        <translation>Lihat halaman pembayaran</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Tidak ada yang perlu dibayar</translation>
    </message>
</context>
<context>
    <name>ZapOtp</name>
    <message>
        <source>USA line · %1</source>
        <translation>Jalur AS · %1</translation>
    </message>
    <message>
        <source>Global · %1</source>
        <translation>Global · %1</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>The demo cannot start its simulated providers.</source>
        <translation>Demo tidak dapat memulai penyedia simulasinya.</translation>
    </message>
    <message>
        <source>The journal of orders cannot be opened. Nothing was changed.</source>
        <translation>Jurnal pesanan tidak dapat dibuka. Tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>OTP Desk is running on this profile already, but does not answer.
</source>
        <translation>OTP Desk sudah berjalan pada profil ini, tetapi tidak menjawab.
</translation>
    </message>
    <message>
        <source>The profile folder cannot be used.</source>
        <translation>Folder profil tidak dapat dipakai.</translation>
    </message>
    <message>
        <source>The profile folder cannot be locked.</source>
        <translation>Folder profil tidak dapat dikunci.</translation>
    </message>
</context>
<context>
    <name>otpdesk::AccountEditor</name>
    <message>
        <source>Account</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Penyedia</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Kunci API</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Tampilkan kunci</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Alamat server</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Simpan kunci</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>&amp;Provider:</source>
        <translation>&amp;Penyedia:</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>&amp;Label:</translation>
    </message>
    <message>
        <source>API &amp;key:</source>
        <translation>&amp;Kunci API:</translation>
    </message>
    <message>
        <source>Server &amp;address:</source>
        <translation>&amp;Alamat server:</translation>
    </message>
    <message>
        <source>Keep the key &amp;in:</source>
        <translation>S&amp;impan kunci di:</translation>
    </message>
    <message>
        <source>Storing the key… The system may be asking for the password of your keyring.</source>
        <translation>Menyimpan kunci… Sistem mungkin meminta kata sandi ring kunci Anda.</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Tidak diubah</translation>
    </message>
    <message>
        <source>The system&apos;s keyring</source>
        <translation>Ring kunci sistem</translation>
    </message>
    <message>
        <source>A file only you can read</source>
        <translation>File yang hanya dapat Anda baca</translation>
    </message>
    <message>
        <source>Memory, for this session only</source>
        <translation>Memori, hanya untuk sesi ini</translation>
    </message>
    <message>
        <source>This does not look like a key of %1 (%2). Check that it was copied in full.</source>
        <translation>Ini tidak tampak seperti kunci %1 (%2). Periksa apakah tersalin lengkap.</translation>
    </message>
    <message>
        <source>From your account at %1.</source>
        <translation>Dari akun Anda di %1.</translation>
    </message>
    <message>
        <source>Kept by the system, encrypted, and unlocked when you log in.</source>
        <translation>Disimpan oleh sistem, terenkripsi, dan terbuka saat Anda masuk.</translation>
    </message>
    <message>
        <source>Not encrypted, in the profile folder, readable by your user only. Choose the keyring where there is one.</source>
        <translation>Tidak terenkripsi, di folder profil, hanya dapat dibaca pengguna Anda. Pilih ring kunci bila ada.</translation>
    </message>
    <message>
        <source>Not encrypted, in the profile folder, readable by your user only.</source>
        <translation>Tidak terenkripsi, di folder profil, hanya dapat dibaca pengguna Anda.</translation>
    </message>
    <message>
        <source>Forgotten when OTP Desk quits: you will be asked for it again, and orders are not checked until then.</source>
        <translation>Dilupakan saat OTP Desk ditutup: Anda akan diminta lagi, dan sampai saat itu pesanan tidak diperiksa.</translation>
    </message>
    <message>
        <source>Enter the API key. You find it in your account at %1.</source>
        <translation>Masukkan kunci API. Kunci ada di akun Anda di %1.</translation>
    </message>
    <message>
        <source>This address cannot be used. It must begin with https:// (http:// only for this computer).</source>
        <translation>Alamat ini tidak dapat dipakai. Harus diawali https:// (http:// hanya untuk komputer ini).</translation>
    </message>
    <message>
        <source>The account was not saved: the key or the account could not be stored. Try again, or keep the key elsewhere.</source>
        <translation>Akun tidak disimpan: kunci atau akun tidak dapat ditulis. Coba lagi, atau simpan kunci di tempat lain.</translation>
    </message>
    <message>
        <source>Ask above</source>
        <translation>Tanya bila di atas</translation>
    </message>
    <message>
        <source>Daily limit</source>
        <translation>Batas harian</translation>
    </message>
    <message>
        <source>A purchase beyond these waits for your explicit yes. Empty: no limit.</source>
        <translation>Pembelian yang melebihinya menunggu persetujuan Anda. Kosong: tanpa batas.</translation>
    </message>
    <message>
        <source>Ask a&amp;bove:</source>
        <translation>Tanya &amp;bila di atas:</translation>
    </message>
    <message>
        <source>&amp;Daily limit:</source>
        <translation>Batas &amp;harian:</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>tanpa batas</translation>
    </message>
    <message>
        <source>%1: enter an amount above 0, such as %2, or leave it empty for no limit.</source>
        <extracomment>%1 is the name of a field, %2 an amount such as 1000</extracomment>
        <translation>%1: masukkan jumlah di atas 0, misalnya %2, atau kosongkan bila tanpa batas.</translation>
    </message>
</context>
<context>
    <name>otpdesk::AccountModel</name>
    <message>
        <source>The API key is missing. Enter it again in Accounts.</source>
        <translation>Kunci API tidak ada. Masukkan lagi di Akun.</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it, then choose Try again in Accounts.</source>
        <translation>Ring kunci terkunci. Buka kuncinya, lalu pilih Coba lagi di Akun.</translation>
    </message>
    <message>
        <source>The keyring does not answer. Try again, or enter the key again in Accounts.</source>
        <translation>Ring kunci tidak menjawab. Coba lagi, atau masukkan kunci lagi di Akun.</translation>
    </message>
    <message>
        <source>The balance is low.</source>
        <translation>Saldo menipis.</translation>
    </message>
</context>
<context>
    <name>otpdesk::AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>&amp;Add account</source>
        <translation>&amp;Tambah akun</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Tambah akun</translation>
    </message>
    <message>
        <source>&amp;Edit account</source>
        <translation>&amp;Ubah akun</translation>
    </message>
    <message>
        <source>Edit account</source>
        <translation>Ubah akun</translation>
    </message>
    <message>
        <source>&amp;Remove account</source>
        <translation>&amp;Hapus akun</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Hapus akun</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>Uji &amp;sambungan</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Uji sambungan</translation>
    </message>
    <message>
        <source>Remove “%1” and its key from this computer?</source>
        <translation>Hapus “%1” dan kuncinya dari komputer ini?</translation>
    </message>
    <message>
        <source>Nothing changes at the provider. Orders stay in the list, but are no longer checked.</source>
        <translation>Di penyedia tidak ada yang berubah. Pesanan tetap di daftar, tetapi tidak diperiksa lagi.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Hapus</translation>
    </message>
    <message>
        <source>The key of “%1” is not there. Unlock the keyring and try again, or enter the key with Edit account.</source>
        <translation>Kunci “%1” tidak ada. Buka ring kunci lalu coba lagi, atau masukkan kunci lewat Ubah akun.</translation>
    </message>
    <message>
        <source>Asking %1 for the balance…</source>
        <translation>Menanyakan saldo ke %1…</translation>
    </message>
    <message>
        <source>Connected to %1. Balance: %2</source>
        <translation>Tersambung ke %1. Saldo: %2</translation>
    </message>
    <message>
        <source>Connected to %1 as %2. Balance: %3</source>
        <translation>Tersambung ke %1 sebagai %2. Saldo: %3</translation>
    </message>
    <message>
        <source>&amp;Webhook…</source>
        <translation>&amp;Webhook…</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>%1 does not send webhooks.</source>
        <translation>%1 tidak mengirim webhook.</translation>
    </message>
    <message>
        <source>What the provider tells your own server</source>
        <translation>Yang diberitahukan penyedia ke server Anda</translation>
    </message>
    <message>
        <source>The account&apos;s key is missing.</source>
        <translation>Kunci akun tidak ada.</translation>
    </message>
</context>
<context>
    <name>otpdesk::BalanceBar</name>
    <message>
        <source>Balance as of %1. Click to ask again.</source>
        <translation>Saldo per %1. Klik untuk menanyakan lagi.</translation>
    </message>
    <message>
        <source>Balance not known yet. Click to ask.</source>
        <translation>Saldo belum diketahui. Klik untuk menanyakan.</translation>
    </message>
</context>
<context>
    <name>otpdesk::BalanceChip</name>
    <message>
        <source>%1 balance %2</source>
        <extracomment>accessible name of a balance in the toolbar: provider, amount</extracomment>
        <translation>Saldo %1 %2</translation>
    </message>
</context>
<context>
    <name>otpdesk::CatalogController</name>
    <message>
        <source>%1 accounts</source>
        <translation>%1 akun</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The offers of %1 accounts could not be loaded.</source>
        <translation>Penawaran dari %1 akun tidak dapat dimuat.</translation>
    </message>
    <message>
        <source>Earlier offers are still shown.</source>
        <translation>Penawaran sebelumnya masih ditampilkan.</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>&amp;Coba lagi</translation>
    </message>
</context>
<context>
    <name>otpdesk::CatalogView</name>
    <message>
        <source>Loading offers</source>
        <translation>Memuat penawaran</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>Be&amp;rhenti</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Berhenti</translation>
    </message>
    <message>
        <source>Stop loading; what was fetched so far stays</source>
        <translation>Hentikan pemuatan; yang sudah diambil tetap ada</translation>
    </message>
    <message>
        <source>&amp;Buy</source>
        <translation>&amp;Beli</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Beli</translation>
    </message>
    <message>
        <source>1 offer</source>
        <translation>1 penawaran</translation>
    </message>
    <message>
        <source>%1 offers</source>
        <translation>%1 penawaran</translation>
    </message>
    <message>
        <source>%1 of %2 offers</source>
        <extracomment>how many offers pass the filter, out of how many</extracomment>
        <translation>%1 dari %2 penawaran</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Belum ada akun</translation>
    </message>
    <message>
        <source>Add an account at a provider to see what it sells, and at what price.</source>
        <translation>Tambahkan akun di suatu penyedia untuk melihat apa yang dijual dan harganya.</translation>
    </message>
    <message>
        <source>&amp;Add account</source>
        <translation>&amp;Tambah akun</translation>
    </message>
    <message>
        <source>No offers loaded</source>
        <translation>Belum ada penawaran dimuat</translation>
    </message>
    <message>
        <source>Load the offers of your accounts to compare them here.</source>
        <translation>Muat penawaran akun Anda untuk membandingkannya di sini.</translation>
    </message>
    <message>
        <source>&amp;Load offers</source>
        <translation>&amp;Muat penawaran</translation>
    </message>
    <message>
        <source>Loading offers…</source>
        <translation>Memuat penawaran…</translation>
    </message>
    <message>
        <source>The first ones appear as soon as they come.</source>
        <translation>Yang pertama muncul begitu tiba.</translation>
    </message>
    <message>
        <source>No offers could be loaded</source>
        <translation>Tidak ada penawaran yang dapat dimuat</translation>
    </message>
    <message>
        <source>The reason stands above. Nothing was bought or changed.</source>
        <translation>Alasannya tertulis di atas. Tidak ada yang dibeli atau diubah.</translation>
    </message>
    <message>
        <source>No offer matches</source>
        <translation>Tidak ada penawaran yang cocok</translation>
    </message>
    <message>
        <source>Use fewer words, or let all kinds, countries and providers through.</source>
        <translation>Gunakan lebih sedikit kata, atau tampilkan semua jenis, negara dan penyedia.</translation>
    </message>
    <message>
        <source>&amp;Clear filters</source>
        <translation>&amp;Hapus saringan</translation>
    </message>
    <message>
        <source>Loading %1…</source>
        <translation>Memuat %1…</translation>
    </message>
    <message>
        <source>Check the price and confirm the purchase</source>
        <translation>Periksa harga dan pastikan pembelian</translation>
    </message>
    <message>
        <source>Select an offer first</source>
        <translation>Pilih dulu suatu penawaran</translation>
    </message>
    <message>
        <source>Buy…</source>
        <translation>Beli…</translation>
    </message>
    <message>
        <source>&amp;Watch…</source>
        <translation>&amp;Pantau…</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Pantau</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Bintang</translation>
    </message>
    <message>
        <source>Remove the s&amp;tar</source>
        <translation>Hapus bin&amp;tang</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>Bin&amp;tang</translation>
    </message>
    <message>
        <source>Favourites are found under “Go to” and with the filter</source>
        <translation>Favorit ada di “Buka” dan lewat saringan</translation>
    </message>
    <message>
        <source>Be told when it is in stock, or when its price falls</source>
        <translation>Beri tahu saat stok ada, atau saat harganya turun</translation>
    </message>
    <message>
        <source>Hide its offers</source>
        <translation>Sembunyikan penawarannya</translation>
    </message>
    <message>
        <source>Show all its offers</source>
        <translation>Tampilkan semua penawarannya</translation>
    </message>
    <message>
        <source>Rows: %1 · offers in all: %2</source>
        <translation>Baris: %1 · penawaran seluruhnya: %2</translation>
    </message>
    <message>
        <source> · to compare currencies, choose one under “Prices in”</source>
        <extracomment>behind a count, where &quot;Prices in&quot; is the name of the choice beside</extracomment>
        <translation> · untuk membandingkan mata uang, pilih satu di “Harga dalam”</translation>
    </message>
</context>
<context>
    <name>otpdesk::CodeDelegate</name>
    <message>
        <source>Copied</source>
        <translation>Tersalin</translation>
    </message>
</context>
<context>
    <name>otpdesk::ConfirmPurchaseDialog</name>
    <message>
        <source>Confirm purchase</source>
        <translation>Pastikan pembelian</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Varian</translation>
    </message>
    <message>
        <source>&amp;Variant:</source>
        <translation>&amp;Varian:</translation>
    </message>
    <message>
        <source>Balance now:</source>
        <translation>Saldo sekarang:</translation>
    </message>
    <message>
        <source>Balance after:</source>
        <translation>Saldo sesudahnya:</translation>
    </message>
    <message>
        <source>Refund:</source>
        <translation>Uang kembali:</translation>
    </message>
    <message>
        <source>Checking the price</source>
        <translation>Memeriksa harga</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Coba lagi</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Buy &amp;now</source>
        <translation>Beli &amp;sekarang</translation>
    </message>
    <message>
        <source>Buy now</source>
        <translation>Beli sekarang</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Batal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Price unknown</source>
        <translation>Harga tidak diketahui</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Tidak diketahui</translation>
    </message>
    <message>
        <source>Not enough</source>
        <translation>Tidak cukup</translation>
    </message>
    <message>
        <source>Checking the price and stock…</source>
        <translation>Memeriksa harga dan stok…</translation>
    </message>
    <message>
        <source>This is no longer sold. Nothing was bought.</source>
        <translation>Ini tidak dijual lagi. Tidak ada yang dibeli.</translation>
    </message>
    <message>
        <source>The provider does not say the price before buying. What it cost shows in your balance afterwards.</source>
        <translation>Penyedia tidak menyebut harga sebelum membeli. Biayanya terlihat di saldo Anda sesudahnya.</translation>
    </message>
    <message>
        <source>&amp;For how long:</source>
        <translation>&amp;Untuk berapa lama:</translation>
    </message>
    <message>
        <source>&amp;Domain:</source>
        <translation>&amp;Domain:</translation>
    </message>
    <message>
        <source>Domains:</source>
        <translation>Domain:</translation>
    </message>
    <message>
        <source>Runs until:</source>
        <translation>Berlaku sampai:</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>any subject</source>
        <translation>subjek apa saja</translation>
    </message>
    <message>
        <source>Code pattern</source>
        <translation>Pola kode</translation>
    </message>
    <message>
        <source>How &amp;many:</source>
        <translation>&amp;Jumlah:</translation>
    </message>
    <message>
        <source>Code &amp;pattern:</source>
        <translation>&amp;Pola kode:</translation>
    </message>
    <message>
        <source>Renew rental</source>
        <translation>Perpanjang sewa</translation>
    </message>
    <message>
        <source>Renew &amp;now</source>
        <translation>Perpanjang &amp;sekarang</translation>
    </message>
    <message>
        <source>Renew now</source>
        <translation>Perpanjang sekarang</translation>
    </message>
    <message>
        <source>%1: whichever has an address</source>
        <translation>%1: mana saja yang punya alamat</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>hingga %1</translation>
    </message>
    <message>
        <source>Subject contains</source>
        <translation>Subjek mengandung</translation>
    </message>
    <message>
        <source>found automatically; or a regular expression such as \d{6}</source>
        <translation>ditemukan otomatis; atau ekspresi reguler seperti \d{6}</translation>
    </message>
    <message>
        <source>&amp;Subject contains:</source>
        <translation>Subjek &amp;mengandung:</translation>
    </message>
    <message>
        <source>This goes beyond the limits of the account. Tick the box to buy it all the same.</source>
        <translation>Ini melampaui batas akun. Centang kotaknya untuk tetap membeli.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>what was spent today, of the daily limit</extracomment>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>Spent today:</source>
        <translation>Belanja hari ini:</translation>
    </message>
</context>
<context>
    <name>otpdesk::CountdownRing</name>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is a time such as 12:40</extracomment>
        <translation>sisa %1</translation>
    </message>
    <message>
        <source>Time is over</source>
        <translation>Waktu habis</translation>
    </message>
</context>
<context>
    <name>otpdesk::DomainModel</name>
    <message>
        <source>Sold out at the moment.</source>
        <translation>Sedang habis.</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stok</translation>
    </message>
    <message>
        <source>Success</source>
        <extracomment>Column title: how many of a hundred inboxes get their message, as the provider says</extracomment>
        <translation>Berhasil</translation>
    </message>
    <message>
        <source>Fee if cancelled</source>
        <translation>Biaya bila dibatalkan</translation>
    </message>
</context>
<context>
    <name>otpdesk::FilterBar</name>
    <message>
        <source>Search offers</source>
        <translation>Cari penawaran</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Semua jenis</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Rentals</source>
        <translation>Sewa</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Negara</translation>
    </message>
    <message>
        <source>All countries</source>
        <translation>Semua negara</translation>
    </message>
    <message>
        <source>Provider filter</source>
        <translation>Saringan penyedia</translation>
    </message>
    <message>
        <source>All providers</source>
        <translation>Semua penyedia</translation>
    </message>
    <message>
        <source>&amp;Refresh offers</source>
        <translation>&amp;Muat ulang penawaran</translation>
    </message>
    <message>
        <source>Refresh offers</source>
        <translation>Muat ulang penawaran</translation>
    </message>
    <message>
        <source>Fetch offers, prices and stock again, of the country chosen or of all</source>
        <translation>Ambil lagi penawaran, harga, dan stok, dari negara yang dipilih atau dari semua</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>Ada stok</translation>
    </message>
    <message>
        <source>Only what can be bought now</source>
        <translation>Hanya yang dapat dibeli sekarang</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Only services and countries you starred</source>
        <translation>Hanya layanan dan negara yang Anda beri bintang</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Bandingkan</translation>
    </message>
    <message>
        <source>One row for each service and country, with the cheapest offer and how many others</source>
        <translation>Satu baris untuk tiap layanan dan negara, dengan penawaran termurah dan banyaknya yang lain</translation>
    </message>
    <message>
        <source>Prices &amp;in:</source>
        <translation>Harga d&amp;alam:</translation>
    </message>
    <message>
        <source>Prices in</source>
        <translation>Harga dalam</translation>
    </message>
    <message>
        <source>The currency that prices are compared in, at your own exchange rates</source>
        <translation>Mata uang untuk membandingkan harga, menurut kurs Anda sendiri</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>B&amp;uka</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Favourites, what you bought lately, and what is watched</source>
        <translation>Favorit, yang baru Anda beli, dan yang dipantau</translation>
    </message>
    <message>
        <source>In stock (%1)</source>
        <translation>Ada stok (%1)</translation>
    </message>
    <message>
        <source>Favourites (%1)</source>
        <translation>Favorit (%1)</translation>
    </message>
    <message>
        <source>Their own currencies</source>
        <translation>Mata uang masing-masing</translation>
    </message>
    <message>
        <source>Exchange rates…</source>
        <translation>Kurs…</translation>
    </message>
    <message>
        <source>Bought lately</source>
        <translation>Baru dibeli</translation>
    </message>
    <message>
        <source>Nothing starred or bought yet</source>
        <translation>Belum ada yang diberi bintang atau dibeli</translation>
    </message>
    <message>
        <source>&amp;Watched offers…</source>
        <translation>Penawaran yang di&amp;pantau…</translation>
    </message>
</context>
<context>
    <name>otpdesk::FreedesktopNotifier</name>
    <message>
        <source>Show</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Salin kode</translation>
    </message>
    <message>
        <source>OTP Desk</source>
        <translation>OTP Desk</translation>
    </message>
</context>
<context>
    <name>otpdesk::HeroCode</name>
    <message>
        <source>Click to copy</source>
        <translation>Klik untuk menyalin</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Tersalin</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
</context>
<context>
    <name>otpdesk::InboxesController</name>
    <message>
        <source>Request new message</source>
        <translation>Minta pesan baru</translation>
    </message>
    <message>
        <source>Re&amp;quest new message · free</source>
        <translation>Minta pesan baru · &amp;gratis</translation>
    </message>
    <message>
        <source>Wait for another message at this address. It costs nothing.</source>
        <translation>Tunggu pesan lain di alamat ini. Tidak dikenai biaya.</translation>
    </message>
    <message>
        <source>Finish inbox</source>
        <translation>Selesaikan kotak masuk</translation>
    </message>
    <message>
        <source>F&amp;inish inbox</source>
        <translation>S&amp;elesaikan kotak masuk</translation>
    </message>
    <message>
        <source>Tell the provider that you have what you need</source>
        <translation>Beri tahu penyedia bahwa Anda sudah mendapat yang diperlukan</translation>
    </message>
    <message>
        <source>Cancel inbox</source>
        <translation>Batalkan kotak masuk</translation>
    </message>
    <message>
        <source>Cance&amp;l inbox</source>
        <translation>&amp;Batalkan kotak masuk</translation>
    </message>
    <message>
        <source>Give the address back for the refund</source>
        <translation>Kembalikan alamat untuk mendapat uang kembali</translation>
    </message>
    <message>
        <source>New inbox…</source>
        <translation>Kotak masuk baru…</translation>
    </message>
    <message>
        <source>New in&amp;box…</source>
        <translation>K&amp;otak masuk baru…</translation>
    </message>
    <message>
        <source>Buy an address at a site and domain of your choice</source>
        <translation>Beli alamat untuk situs dan domain pilihan Anda</translation>
    </message>
    <message>
        <source>Inboxes</source>
        <translation>Kotak masuk</translation>
    </message>
    <message>
        <source>Search inboxes</source>
        <translation>Cari kotak masuk</translation>
    </message>
    <message>
        <source>Inbox filter</source>
        <translation>Saringan kotak masuk</translation>
    </message>
    <message>
        <source>Current address</source>
        <translation>Alamat saat ini</translation>
    </message>
    <message>
        <source>No inboxes yet</source>
        <translation>Belum ada kotak masuk</translation>
    </message>
    <message>
        <source>Buy an e-mail address for a while. It appears here, with every message that comes to it.</source>
        <translation>Beli alamat email untuk sementara waktu. Alamat muncul di sini, beserta setiap pesan yang masuk.</translation>
    </message>
    <message>
        <source>&amp;Open the catalog</source>
        <translation>&amp;Buka katalog</translation>
    </message>
    <message>
        <source>No inbox matches</source>
        <translation>Tidak ada kotak masuk yang cocok</translation>
    </message>
    <message>
        <source>Search for something else, or show all inboxes.</source>
        <translation>Cari yang lain, atau tampilkan semua kotak masuk.</translation>
    </message>
    <message>
        <source>Show &amp;all inboxes</source>
        <translation>Tampilkan &amp;semua kotak masuk</translation>
    </message>
    <message>
        <source>&amp;Enter the e-mail id or reference…</source>
        <translation>&amp;Masukkan ID email atau referensi…</translation>
    </message>
    <message>
        <source>Enter the e-mail id or reference</source>
        <translation>Masukkan ID email atau referensi</translation>
    </message>
    <message>
        <source>E-mail i&amp;d or reference</source>
        <translation>ID email atau re&amp;ferensi</translation>
    </message>
    <message>
        <source>E-mail id or reference</source>
        <translation>ID email atau referensi</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Give the address back. %1</source>
        <extracomment>%1 is a sentence such as &quot;Refund: Rp 900 of Rp 1,000 (fee Rp 100)&quot;</extracomment>
        <translation>Kembalikan alamat. %1</translation>
    </message>
</context>
<context>
    <name>otpdesk::LinkBar</name>
    <message>
        <source>&amp;Open link</source>
        <translation>Buka &amp;tautan</translation>
    </message>
    <message>
        <source>Cop&amp;y link</source>
        <translation>Sal&amp;in tautan</translation>
    </message>
    <message>
        <source>Link address</source>
        <translation>Alamat tautan</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Buka tautan</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Salin tautan</translation>
    </message>
    <message>
        <source>Close link</source>
        <translation>Tutup tautan</translation>
    </message>
    <message>
        <source>This link leads to %1</source>
        <translation>Tautan ini menuju ke %1</translation>
    </message>
    <message>
        <source>This link is not opened: only encrypted web addresses (https) are.</source>
        <translation>Tautan ini tidak dibuka: hanya alamat web terenkripsi (https) yang dibuka.</translation>
    </message>
</context>
<context>
    <name>otpdesk::MainWindow</name>
    <message>
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Rentals</source>
        <translation>Sewa</translation>
    </message>
    <message>
        <source>Inboxes</source>
        <translation>Kotak masuk</translation>
    </message>
    <message>
        <source>Top-ups</source>
        <translation>Isi ulang</translation>
    </message>
    <message>
        <source>OTP Desk (demo)</source>
        <translation>OTP Desk (demo)</translation>
    </message>
    <message>
        <source>OTP Desk</source>
        <translation>OTP Desk</translation>
    </message>
    <message>
        <source>The journal cannot be written. Nothing can be bought until it can; what is shown is kept in memory and written later. Make room on the disk, or check the folder&apos;s permissions.</source>
        <translation>Jurnal tidak dapat ditulis. Sampai bisa, tidak ada yang dapat dibeli; yang ditampilkan disimpan di memori dan ditulis nanti. Kosongkan ruang di disk, atau periksa izin folder.</translation>
    </message>
    <message>
        <source>Demo, no real money: everything happens on this computer.</source>
        <translation>Demo, tanpa uang sungguhan: semuanya terjadi di komputer ini.</translation>
    </message>
    <message>
        <source>One window for all your number providers</source>
        <translation>Satu jendela untuk semua penyedia nomor Anda</translation>
    </message>
    <message>
        <source>Add an account at %1 with its API key, or look around in the demo, where nothing costs money.</source>
        <translation>Tambahkan akun di %1 dengan kunci API-nya, atau lihat-lihat di demo, yang tidak memakan biaya.</translation>
    </message>
    <message>
        <source>&amp;Add account</source>
        <translation>&amp;Tambah akun</translation>
    </message>
    <message>
        <source>&amp;Try the demo</source>
        <translation>&amp;Coba demo</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Tambah akun</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Coba demo</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Berk&amp;as</translation>
    </message>
    <message>
        <source>&amp;Accounts…</source>
        <translation>&amp;Akun…</translation>
    </message>
    <message>
        <source>Refresh &amp;balances</source>
        <translation>&amp;Perbarui saldo</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Keluar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Tampi&amp;lan</translation>
    </message>
    <message>
        <source>&amp;Copy codes as they arrive</source>
        <translation>&amp;Salin kode begitu tiba</translation>
    </message>
    <message>
        <source>&amp;Hide codes in notifications</source>
        <translation>Sem&amp;bunyikan kode di notifikasi</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Bant&amp;uan</translation>
    </message>
    <message>
        <source>&amp;About OTP Desk</source>
        <translation>&amp;Tentang OTP Desk</translation>
    </message>
    <message>
        <source>About OTP Desk</source>
        <translation>Tentang OTP Desk</translation>
    </message>
    <message>
        <source>OTP Desk %1</source>
        <translation>OTP Desk %1</translation>
    </message>
    <message>
        <source>One-time codes from all your number providers, in one window.
MIT licence.</source>
        <translation>Kode sekali pakai dari semua penyedia nomor Anda, dalam satu jendela.
Lisensi MIT.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Bagian</translation>
    </message>
    <message>
        <source>Cancel &amp;without an SMS</source>
        <translation>Batalkan &amp;tanpa SMS</translation>
    </message>
    <message>
        <source>For the refund, after a last check for the SMS. Holds for numbers bought from now on, while OTP Desk runs.</source>
        <translation>Demi uang kembali, setelah pemeriksaan SMS terakhir. Berlaku untuk nomor yang dibeli mulai sekarang, selama OTP Desk berjalan.</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <translation>Tidak per&amp;nah</translation>
    </message>
    <message>
        <source>After %1 minutes</source>
        <translation>Setelah %1 menit</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Lihat lagi</translation>
    </message>
    <message>
        <source>&amp;Watched offers…</source>
        <translation>Penawaran yang di&amp;pantau…</translation>
    </message>
</context>
<context>
    <name>otpdesk::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Tutup pesan</translation>
    </message>
</context>
<context>
    <name>otpdesk::MessageBody</name>
    <message>
        <source>Messages appear here as they come.</source>
        <translation>Pesan muncul di sini begitu tiba.</translation>
    </message>
</context>
<context>
    <name>otpdesk::MessageModel</name>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subjek</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
</context>
<context>
    <name>otpdesk::MessageReader</name>
    <message>
        <source>Message code</source>
        <translation>Kode pesan</translation>
    </message>
    <message>
        <source>Show form&amp;atting</source>
        <translation>Tampilkan &amp;format</translation>
    </message>
    <message>
        <source>Show formatting</source>
        <translation>Tampilkan format</translation>
    </message>
    <message>
        <source>Show paragraphs, lists and emphasis. Pictures are never loaded.</source>
        <translation>Tampilkan paragraf, daftar dan penekanan. Gambar tidak pernah dimuat.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>Sender not known</source>
        <translation>Pengirim tidak diketahui</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Dari %1</translation>
    </message>
</context>
<context>
    <name>otpdesk::MessagesPanel</name>
    <message>
        <source>About this order</source>
        <translation>Tentang pesanan ini</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>Pe&amp;san</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Riwayat</translation>
    </message>
</context>
<context>
    <name>otpdesk::NewInboxDialog</name>
    <message>
        <source>New inbox</source>
        <translation>Kotak masuk baru</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Situs</translation>
    </message>
    <message>
        <source>where you will sign up, such as openai.com</source>
        <translation>tempat Anda akan mendaftar, seperti openai.com</translation>
    </message>
    <message>
        <source>Show &amp;domains</source>
        <translation>Tampilkan &amp;domain</translation>
    </message>
    <message>
        <source>Show domains</source>
        <translation>Tampilkan domain</translation>
    </message>
    <message>
        <source>&amp;Account:</source>
        <translation>&amp;Akun:</translation>
    </message>
    <message>
        <source>S&amp;ite:</source>
        <translation>S&amp;itus:</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>&amp;Lanjutkan</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Lanjutkan</translation>
    </message>
    <message>
        <source>Check the price and confirm the purchase</source>
        <translation>Periksa harga dan pastikan pembelian</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Batal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Choose a suggested site or type another one, then show its domains.</source>
        <translation>Pilih situs yang disarankan atau ketik yang lain, lalu tampilkan domainnya.</translation>
    </message>
    <message>
        <source>Asking %1 for its domains…</source>
        <translation>Menanyakan domain ke %1…</translation>
    </message>
    <message>
        <source>Select a domain, or tick several: then whichever has an address is taken.</source>
        <translation>Pilih satu domain, atau centang beberapa: yang diambil mana saja yang punya alamat.</translation>
    </message>
    <message>
        <source>Select a domain.</source>
        <translation>Pilih satu domain.</translation>
    </message>
    <message>
        <source>%1: whichever has an address is taken.</source>
        <translation>%1: yang diambil mana saja yang punya alamat.</translation>
    </message>
    <message>
        <source>No account with a key sells inboxes. Add an OTPZap or OTPGet account.</source>
        <translation>Tidak ada akun dengan kunci yang menjual kotak masuk. Tambahkan akun OTPZap atau OTPGet.</translation>
    </message>
    <message>
        <source>“%1” is not a site. Type a domain such as openai.com.</source>
        <translation>“%1” bukan situs. Ketik domain seperti openai.com.</translation>
    </message>
    <message>
        <source>No domain is available for this site at the moment. Try again later.</source>
        <translation>Saat ini tidak ada domain untuk situs ini. Coba lagi nanti.</translation>
    </message>
    <message>
        <source>%1 will be asked for.</source>
        <translation>Yang diminta %1.</translation>
    </message>
</context>
<context>
    <name>otpdesk::OfferCells</name>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Negara</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Penyedia</translation>
    </message>
    <message>
        <source>Variant</source>
        <extracomment>Column title: the server, operator, pool or domain an offer comes from</extracomment>
        <translation>Varian</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>In %1</source>
        <extracomment>Column title: prices converted to this currency</extracomment>
        <translation>Dalam %1</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stok</translation>
    </message>
    <message>
        <source>Success</source>
        <extracomment>Column title: how many of a hundred orders get their message, as the provider says</extracomment>
        <translation>Berhasil</translation>
    </message>
    <message>
        <source>Yours</source>
        <extracomment>Column title: how many of the person&apos;s own orders got their message</extracomment>
        <translation>Anda</translation>
    </message>
    <message>
        <source>Any service</source>
        <translation>Layanan apa saja</translation>
    </message>
    <message>
        <source>%1 + %2 more</source>
        <extracomment>the cheapest provider, and how many others sell it as well</extracomment>
        <translation>%1 + %2 lagi</translation>
    </message>
    <message>
        <source>Not on sale at the moment.</source>
        <translation>Sedang tidak dijual.</translation>
    </message>
    <message>
        <source>Out of stock at the moment.</source>
        <translation>Stok sedang habis.</translation>
    </message>
    <message>
        <source>From an earlier load: price and stock may have changed.</source>
        <translation>Dari pemuatan sebelumnya: harga dan stok mungkin sudah berubah.</translation>
    </message>
    <message>
        <source>The provider does not say what this costs before it is bought.</source>
        <translation>Penyedia tidak menyebut harganya sebelum dibeli.</translation>
    </message>
    <message>
        <source>Cancelling it costs %1.</source>
        <translation>Pembatalannya dikenai biaya %1.</translation>
    </message>
    <message>
        <source>The provider calls it “%1”.</source>
        <translation>Penyedia menyebutnya “%1”.</translation>
    </message>
    <message>
        <source>What you paid on %1. %2</source>
        <translation>Yang Anda bayar pada %1. %2</translation>
    </message>
    <message>
        <source>%1 offers</source>
        <translation>%1 penawaran</translation>
    </message>
    <message>
        <source>All its offers together, as far as providers tell.</source>
        <translation>Semua penawarannya bersama, sejauh penyedia menyebutkannya.</translation>
    </message>
    <message>
        <source>The best success rate that a provider tells.</source>
        <translation>Tingkat keberhasilan terbaik yang disebut penyedia.</translation>
    </message>
</context>
<context>
    <name>otpdesk::OfferTable</name>
    <message>
        <source>Offers</source>
        <translation>Penawaran</translation>
    </message>
</context>
<context>
    <name>otpdesk::OrderDetail</name>
    <message>
        <source>Buying the number…</source>
        <translation>Membeli nomor…</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>Belum dipastikan</translation>
    </message>
    <message>
        <source>Waiting for the SMS…</source>
        <translation>Menunggu SMS…</translation>
    </message>
    <message>
        <source>No code recognised: read the SMS</source>
        <translation>Kode tidak dikenali: baca SMS-nya</translation>
    </message>
    <message>
        <source>No code came</source>
        <translation>Tidak ada kode masuk</translation>
    </message>
    <message>
        <source>Not bought</source>
        <translation>Tidak dibeli</translation>
    </message>
    <message>
        <source>Current code</source>
        <translation>Kode saat ini</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Riwayat</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>Tidak ada nomor</translation>
    </message>
    <message>
        <source>Rented number</source>
        <translation>Nomor sewaan</translation>
    </message>
    <message>
        <source>Buying…</source>
        <translation>Membeli…</translation>
    </message>
    <message>
        <source>Waiting for a message…</source>
        <translation>Menunggu pesan…</translation>
    </message>
    <message>
        <source>No code recognised: read the message</source>
        <translation>Kode tidak dikenali: baca pesannya</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>Tidak ada alamat</translation>
    </message>
</context>
<context>
    <name>otpdesk::OrderFilterProxy</name>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Situs</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
</context>
<context>
    <name>otpdesk::OrderModel</name>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Negara</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Penyedia</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Sisa waktu</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>Dibeli</translation>
    </message>
    <message>
        <source>Renewal of %1</source>
        <extracomment>%1 is a rented number</extracomment>
        <translation>Perpanjangan %1</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>otpdesk::OrderTabController</name>
    <message>
        <source>Copy code</source>
        <translation>Salin kode</translation>
    </message>
    <message>
        <source>Copy &amp;code</source>
        <translation>Salin &amp;kode</translation>
    </message>
    <message>
        <source>Copy the newest code (Ctrl+C in the list)</source>
        <translation>Salin kode terbaru (Ctrl+C di daftar)</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Salin nomor</translation>
    </message>
    <message>
        <source>Copy &amp;number</source>
        <translation>Salin &amp;nomor</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Salin nomor</translation>
    </message>
    <message>
        <source>&amp;International, with +</source>
        <translation>&amp;Internasional, dengan +</translation>
    </message>
    <message>
        <source>&amp;Digits only</source>
        <translation>&amp;Hanya angka</translation>
    </message>
    <message>
        <source>&amp;Without country code</source>
        <translation>&amp;Tanpa kode negara</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Salin alamat</translation>
    </message>
    <message>
        <source>Copy addre&amp;ss</source>
        <translation>Sali&amp;n alamat</translation>
    </message>
    <message>
        <source>Copy the e-mail address</source>
        <translation>Salin alamat email</translation>
    </message>
    <message>
        <source>A provider did not answer: a purchase may have been charged.</source>
        <translation>Suatu penyedia tidak menjawab: pembelian mungkin sudah ditagih.</translation>
    </message>
    <message>
        <source>A purchase is still unconfirmed.</source>
        <translation>Suatu pembelian masih belum pasti.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>an action and how long until it is possible: &quot;Cancel order (1:24)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The system did not take the copy. Click into this window and try again.</source>
        <translation>Sistem tidak menerima salinan. Klik di jendela ini lalu coba lagi.</translation>
    </message>
    <message>
        <source>&amp;Go to order</source>
        <translation>&amp;Buka pesanan</translation>
    </message>
    <message>
        <source>A message came: the order is not refunded.</source>
        <translation>Ada pesan masuk: pesanan tidak dikembalikan uangnya.</translation>
    </message>
    <message>
        <source>A code came: the order is not refunded.</source>
        <translation>Ada kode masuk: pesanan tidak dikembalikan uangnya.</translation>
    </message>
</context>
<context>
    <name>otpdesk::OrdersController</name>
    <message>
        <source>Re&amp;send SMS</source>
        <translation>Minta &amp;SMS lagi</translation>
    </message>
    <message>
        <source>Ask for another SMS to this number</source>
        <translation>Minta SMS lain ke nomor ini</translation>
    </message>
    <message>
        <source>Re&amp;place number</source>
        <translation>&amp;Ganti nomor</translation>
    </message>
    <message>
        <source>Give this number back for another one</source>
        <translation>Tukar nomor ini dengan yang lain</translation>
    </message>
    <message>
        <source>F&amp;inish order</source>
        <translation>S&amp;elesaikan pesanan</translation>
    </message>
    <message>
        <source>Tell the provider that you have what you need</source>
        <translation>Beri tahu penyedia bahwa Anda sudah mendapat yang diperlukan</translation>
    </message>
    <message>
        <source>Cance&amp;l order</source>
        <translation>&amp;Batalkan pesanan</translation>
    </message>
    <message>
        <source>Give the number back for the refund</source>
        <translation>Kembalikan nomor untuk mendapat uang kembali</translation>
    </message>
    <message>
        <source>Resend SMS</source>
        <translation>Minta SMS lagi</translation>
    </message>
    <message>
        <source>Replace number</source>
        <translation>Ganti nomor</translation>
    </message>
    <message>
        <source>Finish order</source>
        <translation>Selesaikan pesanan</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Batalkan pesanan</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Pesanan</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>Cari pesanan</translation>
    </message>
    <message>
        <source>Order filter</source>
        <translation>Saringan pesanan</translation>
    </message>
    <message>
        <source>Current number</source>
        <translation>Nomor saat ini</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Belum ada pesanan</translation>
    </message>
    <message>
        <source>Buy a number in the catalog. It appears here, and its code as soon as the SMS comes.</source>
        <translation>Beli nomor di katalog. Nomor muncul di sini, dan kodenya begitu SMS tiba.</translation>
    </message>
    <message>
        <source>&amp;Open the catalog</source>
        <translation>&amp;Buka katalog</translation>
    </message>
    <message>
        <source>No order matches</source>
        <translation>Tidak ada pesanan yang cocok</translation>
    </message>
    <message>
        <source>Search for something else, or show all orders.</source>
        <translation>Cari yang lain, atau tampilkan semua pesanan.</translation>
    </message>
    <message>
        <source>Show &amp;all orders</source>
        <translation>Tampilkan &amp;semua pesanan</translation>
    </message>
    <message>
        <source>&amp;Enter the order id…</source>
        <translation>&amp;Masukkan ID pesanan…</translation>
    </message>
    <message>
        <source>Enter the order id</source>
        <translation>Masukkan ID pesanan</translation>
    </message>
    <message>
        <source>Or&amp;der id</source>
        <translation>ID pesa&amp;nan</translation>
    </message>
    <message>
        <source>Order id</source>
        <translation>ID pesanan</translation>
    </message>
    <message>
        <source>&amp;Not for this order</source>
        <translation>Tidak u&amp;ntuk pesanan ini</translation>
    </message>
    <message>
        <source>In %1 minutes from now</source>
        <translation>%1 menit dari sekarang</translation>
    </message>
    <message>
        <source>Cancel automatically</source>
        <translation>Batalkan otomatis</translation>
    </message>
    <message>
        <source>Cancel a&amp;utomatically</source>
        <translation>Batalkan o&amp;tomatis</translation>
    </message>
    <message>
        <source>Give the number back for the refund when no SMS has come in time</source>
        <translation>Kembalikan nomor untuk mendapat uang kembali bila SMS tidak datang pada waktunya</translation>
    </message>
    <message>
        <source>Cancelled for the refund at %1 if no SMS has come.</source>
        <extracomment>%1 is a time such as 14:32</extracomment>
        <translation>Dibatalkan demi uang kembali pukul %1 bila belum ada SMS.</translation>
    </message>
    <message>
        <source>No SMS came by %1: it is being cancelled for the refund.</source>
        <translation>Tidak ada SMS hingga pukul %1: sedang dibatalkan demi uang kembali.</translation>
    </message>
</context>
<context>
    <name>otpdesk::OrdersView</name>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Berjalan</translation>
    </message>
    <message>
        <source>With code</source>
        <translation>Dengan kode</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Perlu perhatian</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Berakhir</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>Tam&amp;pilkan</translation>
    </message>
</context>
<context>
    <name>otpdesk::PillLabel</name>
    <message>
        <source>Expires soon</source>
        <translation>Segera kedaluwarsa</translation>
    </message>
</context>
<context>
    <name>otpdesk::RateLine</name>
    <message>
        <source>Rate of %1</source>
        <translation>Kurs %1</translation>
    </message>
    <message>
        <source>no rate</source>
        <translation>tanpa kurs</translation>
    </message>
    <message>
        <source>Date of the %1 rate</source>
        <translation>Tanggal kurs %1</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>Format of a day with its year, in a field; see QLocale::toString()</extracomment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>as of</source>
        <extracomment>Between an exchange rate and its date</extracomment>
        <translation>per</translation>
    </message>
</context>
<context>
    <name>otpdesk::RatesDialog</name>
    <message>
        <source>Exchange rates</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Show prices in</source>
        <translation>Tampilkan harga dalam</translation>
    </message>
    <message>
        <source>Show prices &amp;in:</source>
        <translation>Tampilkan harga d&amp;alam:</translation>
    </message>
    <message>
        <source>&amp;Rates for one US dollar:</source>
        <translation>Ku&amp;rs untuk satu dolar AS:</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Simpan</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Batal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A currency&apos;s code and its name</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>None: each in its own currency</source>
        <translation>Tidak ada: masing-masing dalam mata uangnya</translation>
    </message>
    <message>
        <source>Choose a currency to compare all prices in it, at rates that you enter. OTP Desk gets none from the internet.</source>
        <translation>Pilih mata uang untuk membandingkan semua harga, dengan kurs yang Anda masukkan. OTP Desk tidak mengambil kurs dari internet.</translation>
    </message>
    <message>
        <source>All your accounts are in %1 already: no rate is needed.</source>
        <translation>Semua akun Anda sudah dalam %1: tidak perlu kurs.</translation>
    </message>
    <message>
        <source>These are your own figures: OTP Desk gets none from the internet. A price for which there is no rate stays in its own currency.</source>
        <translation>Ini angka Anda sendiri: OTP Desk tidak mengambil kurs dari internet. Harga tanpa kurs tetap dalam mata uangnya.</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <extracomment>%1: &quot;$1.00 ≈ ₹84.10 · Rp 1,000 ≈ ₹5.18&quot;</extracomment>
        <translation>Misalnya: %1</translation>
    </message>
    <message>
        <source>Without a rate, prices in %1 stay as they are.</source>
        <translation>Tanpa kurs, harga dalam %1 tetap seperti adanya.</translation>
    </message>
    <message>
        <source>Enter the rate of %1 to see prices in it.</source>
        <translation>Masukkan kurs %1 untuk melihat harga dalam mata uang itu.</translation>
    </message>
</context>
<context>
    <name>otpdesk::RentalsController</name>
    <message>
        <source>Renew rental</source>
        <translation>Perpanjang sewa</translation>
    </message>
    <message>
        <source>&amp;Renew rental…</source>
        <translation>Perpan&amp;jang sewa…</translation>
    </message>
    <message>
        <source>Add time to this rental. You see the price before anything is paid.</source>
        <translation>Tambah waktu sewa ini. Harga terlihat sebelum ada yang dibayar.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Periksa sekarang</translation>
    </message>
    <message>
        <source>Chec&amp;k now</source>
        <translation>Periksa sekaran&amp;g</translation>
    </message>
    <message>
        <source>Look for new messages at once</source>
        <translation>Cari pesan baru sekarang juga</translation>
    </message>
    <message>
        <source>Read provider&apos;s list</source>
        <translation>Baca daftar dari penyedia</translation>
    </message>
    <message>
        <source>Read &amp;provider&apos;s list</source>
        <translation>Baca daftar dari pen&amp;yedia</translation>
    </message>
    <message>
        <source>Take over rentals that were bought elsewhere</source>
        <translation>Ambil alih sewa yang dibeli di tempat lain</translation>
    </message>
    <message>
        <source>Rentals</source>
        <translation>Sewa</translation>
    </message>
    <message>
        <source>Search rentals</source>
        <translation>Cari sewa</translation>
    </message>
    <message>
        <source>Rental filter</source>
        <translation>Saringan sewa</translation>
    </message>
    <message>
        <source>Rented number</source>
        <translation>Nomor sewaan</translation>
    </message>
    <message>
        <source>No rentals yet</source>
        <translation>Belum ada sewa</translation>
    </message>
    <message>
        <source>Rent a number in the catalog, for days or months. All messages to it appear here.</source>
        <translation>Sewa nomor di katalog, untuk hitungan hari atau bulan. Semua pesan ke nomor itu muncul di sini.</translation>
    </message>
    <message>
        <source>&amp;Open the catalog</source>
        <translation>&amp;Buka katalog</translation>
    </message>
    <message>
        <source>No rental matches</source>
        <translation>Tidak ada sewa yang cocok</translation>
    </message>
    <message>
        <source>Search for something else, or show all rentals.</source>
        <translation>Cari yang lain, atau tampilkan semua sewa.</translation>
    </message>
    <message>
        <source>Show &amp;all rentals</source>
        <translation>Tampilkan &amp;semua sewa</translation>
    </message>
    <message>
        <source>&amp;Enter the rental&apos;s order id…</source>
        <translation>&amp;Masukkan ID pesanan sewa…</translation>
    </message>
    <message>
        <source>Enter the rental&apos;s order id</source>
        <translation>Masukkan ID pesanan sewa</translation>
    </message>
    <message>
        <source>Rental&apos;s or&amp;der id</source>
        <translation>ID pesa&amp;nan sewa</translation>
    </message>
    <message>
        <source>Rental&apos;s order id</source>
        <translation>ID pesanan sewa</translation>
    </message>
    <message>
        <source>Rental messages</source>
        <translation>Pesan ke nomor sewaan</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Membaca daftar…</translation>
    </message>
    <message>
        <source>None of your accounts has a provider that lists rentals.</source>
        <translation>Tidak ada akun Anda yang penyedianya punya daftar sewa.</translation>
    </message>
</context>
<context>
    <name>otpdesk::SearchEdit</name>
    <message>
        <source>Clear the search</source>
        <translation>Hapus pencarian</translation>
    </message>
</context>
<context>
    <name>otpdesk::SignatureCheck</name>
    <message>
        <source>Payload</source>
        <translation>Payload</translation>
    </message>
    <message>
        <source>The body of the request, exactly as it came</source>
        <translation>Isi permintaan, persis seperti tibanya</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Rahasia</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Tanda tangan</translation>
    </message>
    <message>
        <source>64 hexadecimal digits, with or without “sha256=” before them</source>
        <translation>64 digit heksadesimal, dengan atau tanpa “sha256=” di depannya</translation>
    </message>
    <message>
        <source>&amp;Payload:</source>
        <translation>&amp;Payload:</translation>
    </message>
    <message>
        <source>S&amp;ecret:</source>
        <translation>Ra&amp;hasia:</translation>
    </message>
    <message>
        <source>Si&amp;gnature:</source>
        <translation>Tanda tan&amp;gan:</translation>
    </message>
    <message>
        <source>Paste what your server received, to see whether its check agrees with this one: HMAC-SHA256 over the raw body, with your secret as the key.</source>
        <translation>Tempelkan yang diterima server Anda, untuk melihat apakah pemeriksaannya sesuai dengan yang ini: HMAC-SHA256 atas isi mentah, dengan rahasia Anda sebagai kunci.</translation>
    </message>
    <message>
        <source>Assumed, not documented: the provider names neither the header that carries the signature nor the way it is written. Look at the headers of a request that arrived.</source>
        <translation>Dugaan, tidak didokumentasikan: penyedia tidak menyebut header yang membawa tanda tangan maupun cara penulisannya. Lihat header permintaan yang sudah tiba.</translation>
    </message>
    <message>
        <source>Fill in all three</source>
        <translation>Isi ketiganya</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Cocok</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Tidak cocok</translation>
    </message>
</context>
<context>
    <name>otpdesk::TimelineModel</name>
    <message>
        <source>The provider</source>
        <translation>Penyedia</translation>
    </message>
    <message>
        <source>Purchase sent to %1, price %2</source>
        <translation>Pembelian dikirim ke %1, harga %2</translation>
    </message>
    <message>
        <source>Purchase sent to %1</source>
        <translation>Pembelian dikirim ke %1</translation>
    </message>
    <message>
        <source>Number assigned: %1</source>
        <translation>Nomor diberikan: %1</translation>
    </message>
    <message>
        <source>Not bought. %1</source>
        <translation>Tidak dibeli. %1</translation>
    </message>
    <message>
        <source>No readable answer: it may have been charged. %1</source>
        <translation>Tidak ada jawaban yang terbaca: mungkin sudah ditagih. %1</translation>
    </message>
    <message>
        <source>Found: it was bought, order %1</source>
        <translation>Ditemukan: sudah dibeli, pesanan %1</translation>
    </message>
    <message>
        <source>Not in %1&apos;s list of orders: it was not bought</source>
        <translation>Tidak ada di daftar pesanan %1: tidak dibeli</translation>
    </message>
    <message>
        <source>Marked by you as not charged</source>
        <translation>Anda tandai sebagai tidak ditagih</translation>
    </message>
    <message>
        <source>SMS without a code</source>
        <translation>SMS tanpa kode</translation>
    </message>
    <message>
        <source>Code received: %1</source>
        <translation>Kode diterima: %1</translation>
    </message>
    <message>
        <source>Another SMS asked for</source>
        <translation>SMS lain diminta</translation>
    </message>
    <message>
        <source>No other SMS: %1</source>
        <translation>Tidak ada SMS lain: %1</translation>
    </message>
    <message>
        <source>Replacement asked for</source>
        <translation>Penggantian diminta</translation>
    </message>
    <message>
        <source>Replaced by a new number</source>
        <translation>Diganti dengan nomor baru</translation>
    </message>
    <message>
        <source>Takes the place of an earlier number</source>
        <translation>Menggantikan nomor sebelumnya</translation>
    </message>
    <message>
        <source>Not replaced: %1</source>
        <translation>Tidak diganti: %1</translation>
    </message>
    <message>
        <source>No readable answer to the replacement. %1</source>
        <translation>Tidak ada jawaban yang terbaca atas penggantian. %1</translation>
    </message>
    <message>
        <source>Cancellation asked for</source>
        <translation>Pembatalan diminta</translation>
    </message>
    <message>
        <source>Not cancelled: %1</source>
        <translation>Tidak dibatalkan: %1</translation>
    </message>
    <message>
        <source>Refunded: %1</source>
        <translation>Dikembalikan: %1</translation>
    </message>
    <message>
        <source>Cancelled and refunded</source>
        <translation>Dibatalkan dan uang dikembalikan</translation>
    </message>
    <message>
        <source>Finish asked for</source>
        <translation>Penyelesaian diminta</translation>
    </message>
    <message>
        <source>Not finished: %1</source>
        <translation>Tidak diselesaikan: %1</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Expired without an SMS</source>
        <translation>Kedaluwarsa tanpa SMS</translation>
    </message>
    <message>
        <source>%1 says “%2”</source>
        <translation>%1 menyatakan “%2”</translation>
    </message>
    <message>
        <source>Checking fails, and goes on. %1</source>
        <translation>Pemeriksaan gagal, dan diteruskan. %1</translation>
    </message>
    <message>
        <source>Checking works again</source>
        <translation>Pemeriksaan berjalan lagi</translation>
    </message>
    <message>
        <source>%1 (“%2”)</source>
        <translation>%1 (“%2”)</translation>
    </message>
    <message>
        <source>Address assigned: %1</source>
        <translation>Alamat diberikan: %1</translation>
    </message>
    <message>
        <source>Message without a code</source>
        <translation>Pesan tanpa kode</translation>
    </message>
    <message>
        <source>Another message asked for</source>
        <translation>Pesan lain diminta</translation>
    </message>
    <message>
        <source>No other message: %1</source>
        <translation>Tidak ada pesan lain: %1</translation>
    </message>
    <message>
        <source>Expired without a message</source>
        <translation>Kedaluwarsa tanpa pesan</translation>
    </message>
    <message>
        <source>More time asked for</source>
        <translation>Tambahan waktu diminta</translation>
    </message>
    <message>
        <source>Renewed for %1, until %2</source>
        <translation>Diperpanjang seharga %1, sampai %2</translation>
    </message>
    <message>
        <source>Renewed until %1</source>
        <translation>Diperpanjang sampai %1</translation>
    </message>
    <message>
        <source>Not renewed</source>
        <translation>Tidak diperpanjang</translation>
    </message>
    <message>
        <source>Not renewed: %1</source>
        <translation>Tidak diperpanjang: %1</translation>
    </message>
    <message>
        <source>No readable answer to the renewal. %1</source>
        <translation>Tidak ada jawaban yang terbaca atas perpanjangan. %1</translation>
    </message>
    <message>
        <source>Taken over from %1&apos;s list</source>
        <translation>Diambil alih dari daftar %1</translation>
    </message>
    <message>
        <source>Expires soon: on %1</source>
        <translation>Segera kedaluwarsa: pada %1</translation>
    </message>
    <message>
        <source>No SMS by the time you set: cancelling for the refund</source>
        <translation>Tidak ada SMS hingga waktu yang Anda tetapkan: dibatalkan demi uang kembali</translation>
    </message>
</context>
<context>
    <name>otpdesk::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Riwayat</translation>
    </message>
</context>
<context>
    <name>otpdesk::TopUpDetail</name>
    <message>
        <source>Total to pay</source>
        <translation>Total harus dibayar</translation>
    </message>
    <message>
        <source>Copy amount to pay</source>
        <translation>Salin nominal pembayaran</translation>
    </message>
    <message>
        <source>Open payment page</source>
        <translation>Buka halaman pembayaran</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Salin tautan</translation>
    </message>
    <message>
        <source>Create a new invoice</source>
        <translation>Buat tagihan baru</translation>
    </message>
    <message>
        <source>Total paid</source>
        <translation>Total dibayar</translation>
    </message>
    <message>
        <source>Pay at %1</source>
        <translation>Bayar di %1</translation>
    </message>
</context>
<context>
    <name>otpdesk::TopUpModel</name>
    <message>
        <source>Created</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Nominal</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Harus dibayar</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Sisa waktu</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>Dibayar pada</translation>
    </message>
</context>
<context>
    <name>otpdesk::TopUpsController</name>
    <message>
        <source>Copy amount to pa&amp;y</source>
        <translation>Salin n&amp;ominal pembayaran</translation>
    </message>
    <message>
        <source>Copy the total, digits only</source>
        <translation>Salin totalnya, hanya angka</translation>
    </message>
    <message>
        <source>&amp;Open payment page</source>
        <translation>&amp;Buka halaman pembayaran</translation>
    </message>
    <message>
        <source>See where it leads before it opens</source>
        <translation>Lihat tujuannya sebelum dibuka</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>Sal&amp;in tautan</translation>
    </message>
    <message>
        <source>Copy the address of the payment page</source>
        <translation>Salin alamat halaman pembayaran</translation>
    </message>
    <message>
        <source>Create a &amp;new invoice</source>
        <translation>Buat tagihan ba&amp;ru</translation>
    </message>
    <message>
        <source>For the same amount, into the same account</source>
        <translation>Dengan nominal yang sama, ke akun yang sama</translation>
    </message>
    <message>
        <source>%1 is added to the balance.</source>
        <translation>%1 ditambahkan ke saldo.</translation>
    </message>
    <message>
        <source>Enter at least %1.</source>
        <translation>Masukkan sedikitnya %1.</translation>
    </message>
    <message>
        <source>Paid by QRIS. Other ways, such as crypto, are in the dashboard at %1 only.</source>
        <translation>Dibayar dengan QRIS. Cara lain, seperti kripto, hanya ada di dasbor %1.</translation>
    </message>
    <message>
        <source>The link was copied.</source>
        <translation>Tautan tersalin.</translation>
    </message>
    <message>
        <source>The system did not take the copy. Click into this window and try again.</source>
        <translation>Sistem tidak menerima salinan. Klik di jendela ini lalu coba lagi.</translation>
    </message>
    <message>
        <source>The payment link is not an https address, so it is not opened. Do not pay there; ask %1.</source>
        <translation>Tautan pembayaran bukan alamat https, jadi tidak dibuka. Jangan bayar di sana; tanyakan ke %1.</translation>
    </message>
    <message>
        <source>This opens %1 in your browser:
%2</source>
        <translation>Ini membuka %1 di peramban Anda:
%2</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the link and open it yourself.</source>
        <translation>Tidak ada peramban yang dapat dibuka. Salin tautan lalu buka sendiri.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Salin tautan</translation>
    </message>
    <message>
        <source>No browser could be opened. Go to %1 yourself.</source>
        <translation>Tidak ada peramban yang dapat dibuka. Buka sendiri %1.</translation>
    </message>
    <message>
        <source>%1 was added to %2.</source>
        <translation>%1 sudah ditambahkan ke %2.</translation>
    </message>
    <message>
        <source>%1 gave no readable answer about an invoice of %2, so it was given up. Nothing has to be paid.</source>
        <translation>%1 tidak memberi jawaban yang terbaca tentang tagihan sebesar %2, jadi tidak diteruskan. Tidak ada yang perlu dibayar.</translation>
    </message>
    <message>
        <source>%1 did not make the invoice of %2. Look at its answer in the details.</source>
        <translation>%1 tidak membuat tagihan sebesar %2. Lihat jawabannya di rincian.</translation>
    </message>
    <message>
        <source>This opens %1, which is not a site of %2, in your browser:
%3</source>
        <translation>Ini membuka %1, yang bukan situs %2, di peramban Anda:
%3</translation>
    </message>
</context>
<context>
    <name>otpdesk::TopUpsView</name>
    <message>
        <source>Amount</source>
        <translation>Nominal</translation>
    </message>
    <message>
        <source>Create &amp;invoice</source>
        <translation>Buat ta&amp;gihan</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Akun</translation>
    </message>
    <message>
        <source>Create invoice</source>
        <translation>Buat tagihan</translation>
    </message>
    <message>
        <source>A&amp;ccount</source>
        <translation>Aku&amp;n</translation>
    </message>
    <message>
        <source>A&amp;mount</source>
        <translation>No&amp;minal</translation>
    </message>
    <message>
        <source>Top-ups</source>
        <translation>Isi ulang</translation>
    </message>
    <message>
        <source>No invoices yet</source>
        <translation>Belum ada tagihan</translation>
    </message>
    <message>
        <source>Enter an amount and create an invoice. What to pay and where appears here, and the balance grows as soon as it is paid.</source>
        <translation>Masukkan nominal dan buat tagihan. Yang harus dibayar dan tempatnya muncul di sini, dan saldo bertambah begitu dibayar.</translation>
    </message>
    <message>
        <source>Add an account first</source>
        <translation>Tambahkan akun dulu</translation>
    </message>
    <message>
        <source>Money is paid into an account at a provider. Add yours to create an invoice for it.</source>
        <translation>Uang dibayarkan ke akun di suatu penyedia. Tambahkan akun Anda untuk membuat tagihannya.</translation>
    </message>
    <message>
        <source>&amp;Add account</source>
        <translation>&amp;Tambah akun</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Tambah akun</translation>
    </message>
    <message>
        <source>The API key of %1 is not there</source>
        <translation>Kunci API %1 tidak ada</translation>
    </message>
    <message>
        <source>Enter it, or unlock the keyring, to create an invoice for this account.</source>
        <translation>Masukkan kunci, atau buka ring kunci, untuk membuat tagihan bagi akun ini.</translation>
    </message>
    <message>
        <source>&amp;Edit account</source>
        <translation>Uba&amp;h akun</translation>
    </message>
    <message>
        <source>Edit account</source>
        <translation>Ubah akun</translation>
    </message>
    <message>
        <source>Top up at %1</source>
        <translation>Isi ulang di %1</translation>
    </message>
    <message>
        <source>%1 takes payments on its own website only. Pay there, then refresh the balance here.</source>
        <translation>%1 menerima pembayaran hanya di situs webnya sendiri. Bayar di sana, lalu perbarui saldo di sini.</translation>
    </message>
    <message>
        <source>Open &amp;website</source>
        <translation>Buka &amp;situs web</translation>
    </message>
    <message>
        <source>Open website</source>
        <translation>Buka situs web</translation>
    </message>
    <message>
        <source>&amp;Refresh balance</source>
        <translation>&amp;Perbarui saldo</translation>
    </message>
</context>
<context>
    <name>otpdesk::Tray</name>
    <message>
        <source>OTP Desk</source>
        <translation>OTP Desk</translation>
    </message>
    <message>
        <source>Copy %1: %2</source>
        <translation>Salin %1: %2</translation>
    </message>
    <message>
        <source>No codes yet</source>
        <translation>Belum ada kode</translation>
    </message>
    <message>
        <source>&amp;Show OTP Desk</source>
        <translation>&amp;Tampilkan OTP Desk</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Keluar</translation>
    </message>
    <message>
        <source>%1: SMS without a code</source>
        <translation>%1: SMS tanpa kode</translation>
    </message>
    <message>
        <source>%1: code received</source>
        <translation>%1: kode diterima</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>Untuk %1</translation>
    </message>
    <message>
        <source>A purchase needs attention</source>
        <translation>Suatu pembelian perlu perhatian</translation>
    </message>
    <message>
        <source>No readable answer came for %1. It may have been charged; it is being looked up.</source>
        <translation>Tidak ada jawaban yang terbaca untuk %1. Mungkin sudah ditagih; sedang dicari.</translation>
    </message>
    <message>
        <source>OTP Desk goes on in the tray</source>
        <translation>OTP Desk tetap berjalan di baki</translation>
    </message>
    <message>
        <source>Orders are still checked and codes announced. Quit from the tray icon&apos;s menu.</source>
        <translation>Pesanan tetap diperiksa dan kode diberitahukan. Keluar lewat menu ikon baki.</translation>
    </message>
    <message>
        <source>%1: e-mail without a code</source>
        <translation>%1: email tanpa kode</translation>
    </message>
    <message>
        <source>A rental expires soon</source>
        <translation>Suatu sewa segera kedaluwarsa</translation>
    </message>
    <message>
        <source>%1 is yours until %2. Renew it in time to keep it.</source>
        <translation>%1 milik Anda sampai %2. Perpanjang tepat waktu agar tetap milik Anda.</translation>
    </message>
    <message>
        <source>Top-up paid</source>
        <translation>Isi ulang dibayar</translation>
    </message>
    <message>
        <source>%1 was added to %2</source>
        <translation>%1 sudah ditambahkan ke %2</translation>
    </message>
    <message>
        <source>A number was given back</source>
        <translation>Sebuah nomor dikembalikan</translation>
    </message>
    <message>
        <source>No SMS for %1: cancelled, %2 refunded</source>
        <translation>Tidak ada SMS untuk %1: dibatalkan, %2 dikembalikan</translation>
    </message>
    <message>
        <source>No SMS for %1: cancelled and refunded</source>
        <translation>Tidak ada SMS untuk %1: dibatalkan dan dikembalikan</translation>
    </message>
    <message numerus="yes">
        <source>%n in stock.</source>
        <translation>
            <numerusform>Stok %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>You asked for %1 at most. %2</source>
        <translation>Anda meminta paling banyak %1. %2</translation>
    </message>
    <message>
        <source>From %1. %2</source>
        <translation>Dari %1. %2</translation>
    </message>
</context>
<context>
    <name>otpdesk::UnconfirmedPanel</name>
    <message>
        <source>Asked</source>
        <translation>Diminta</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Balance before</source>
        <translation>Saldo sebelumnya</translation>
    </message>
    <message>
        <source>Balance now</source>
        <translation>Saldo sekarang</translation>
    </message>
    <message>
        <source>Was this purchase charged?</source>
        <translation>Apakah pembelian ini ditagih?</translation>
    </message>
    <message>
        <source>The provider did not answer. Look the order up on its website, then say what you found. Nothing is bought again.</source>
        <translation>Penyedia tidak menjawab. Cari pesanannya di situs webnya, lalu sebutkan hasilnya. Tidak ada yang dibeli lagi.</translation>
    </message>
    <message>
        <source>It was not char&amp;ged</source>
        <translation>Tidak &amp;ditagih</translation>
    </message>
    <message>
        <source>It was not charged</source>
        <translation>Tidak ditagih</translation>
    </message>
    <message>
        <source>Remind me late&amp;r</source>
        <translation>&amp;Ingatkan nanti</translation>
    </message>
    <message>
        <source>Remind me later</source>
        <translation>Ingatkan nanti</translation>
    </message>
    <message>
        <source>Loo&amp;k it up</source>
        <translation>&amp;Cari</translation>
    </message>
    <message>
        <source>Look it up</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>You will be reminded at %1.</source>
        <extracomment>%1 is a time such as 14:32</extracomment>
        <translation>Anda akan diingatkan pukul %1.</translation>
    </message>
    <message>
        <source>It was re&amp;newed</source>
        <translation>Suda&amp;h diperpanjang</translation>
    </message>
    <message>
        <source>It was renewed</source>
        <translation>Sudah diperpanjang</translation>
    </message>
    <message>
        <source>Was this renewal charged?</source>
        <translation>Apakah perpanjangan ini ditagih?</translation>
    </message>
    <message>
        <source>Order ids, up to %1, separated by commas</source>
        <translation>Id pesanan, paling banyak %1, dipisahkan koma</translation>
    </message>
</context>
<context>
    <name>otpdesk::WatchDialog</name>
    <message>
        <source>Watch</source>
        <translation>Pantau</translation>
    </message>
    <message>
        <source>OTP Desk looks about once a minute, and only while it runs. With its window closed to the tray it goes on; after Quit it does not.</source>
        <translation>OTP Desk memeriksa kira-kira sekali semenit, dan hanya selama berjalan. Dengan jendela ditutup ke baki sistem ia tetap berjalan; setelah Keluar tidak.</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Sekarang: %1</translation>
    </message>
    <message>
        <source>Nobody is known to have it in stock now.</source>
        <translation>Sekarang tidak diketahui siapa pun yang punya stok.</translation>
    </message>
    <message>
        <source>When it is in &amp;stock</source>
        <translation>Saat &amp;stok ada</translation>
    </message>
    <message>
        <source>When it is in stock</source>
        <translation>Saat stok ada</translation>
    </message>
    <message>
        <source>When the &amp;price falls to</source>
        <translation>Saat &amp;harga turun ke</translation>
    </message>
    <message>
        <source>When the price falls to</source>
        <translation>Saat harga turun ke</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Harga</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Mata uang</translation>
    </message>
    <message>
        <source>&amp;OK</source>
        <translation>&amp;OK</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Batal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Stop &amp;watching</source>
        <translation>Berhenti &amp;memantau</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Berhenti memantau</translation>
    </message>
    <message>
        <source>That is so already: you will be told as soon as it is confirmed.</source>
        <translation>Itu sudah terpenuhi: Anda diberi tahu begitu dipastikan.</translation>
    </message>
    <message>
        <source>Enter the most you want to pay.</source>
        <translation>Masukkan jumlah paling banyak yang mau Anda bayar.</translation>
    </message>
    <message>
        <source>Enter an amount above 0, such as 15.00.</source>
        <translation>Masukkan jumlah di atas 0, seperti 15.00.</translation>
    </message>
    <message>
        <source>Offers in other currencies count where you have entered an exchange rate.</source>
        <translation>Penawaran dalam mata uang lain dihitung jika Anda sudah memasukkan kursnya.</translation>
    </message>
</context>
<context>
    <name>otpdesk::WatchModel</name>
    <message>
        <source>not looked at yet</source>
        <translation>belum diperiksa</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Negara</translation>
    </message>
    <message>
        <source>Condition</source>
        <extracomment>Column title: what is waited for</extracomment>
        <translation>Syarat</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>Column title: the cheapest price and the stock at the moment</extracomment>
        <translation>Sekarang</translation>
    </message>
    <message>
        <source>Looked</source>
        <extracomment>Column title: when the offers were looked at last</extracomment>
        <translation>Diperiksa</translation>
    </message>
</context>
<context>
    <name>otpdesk::WatchesList</name>
    <message>
        <source>Watched offers</source>
        <translation>Penawaran yang dipantau</translation>
    </message>
    <message>
        <source>OTP Desk looks about once a minute, and only while it runs.</source>
        <translation>OTP Desk memeriksa kira-kira sekali semenit, dan hanya selama berjalan.</translation>
    </message>
    <message>
        <source>Nothing is watched</source>
        <translation>Tidak ada yang dipantau</translation>
    </message>
    <message>
        <source>Choose an offer in the catalog and watch it: you are told when it is in stock, or when its price falls.</source>
        <translation>Pilih penawaran di katalog lalu pantau: Anda diberi tahu saat stok ada, atau saat harganya turun.</translation>
    </message>
    <message>
        <source>&amp;Go to the catalog</source>
        <translation>Bu&amp;ka katalog</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Ubah…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ubah</translation>
    </message>
    <message>
        <source>&amp;Stop watching</source>
        <translation>&amp;Berhenti memantau</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Berhenti memantau</translation>
    </message>
    <message>
        <source>Show &amp;offers</source>
        <translation>Tampilkan pena&amp;waran</translation>
    </message>
    <message>
        <source>Show offers</source>
        <translation>Tampilkan penawaran</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Tutup</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>otpdesk::WebhookDialog</name>
    <message>
        <source>A code has come</source>
        <translation>Ada kode masuk</translation>
    </message>
    <message>
        <source>An order was cancelled and refunded</source>
        <translation>Pesanan dibatalkan dan uang dikembalikan</translation>
    </message>
    <message>
        <source>An order was finished</source>
        <translation>Pesanan diselesaikan</translation>
    </message>
    <message>
        <source>A number was replaced</source>
        <translation>Nomor diganti</translation>
    </message>
    <message>
        <source>A top-up was paid</source>
        <translation>Isi ulang dibayar</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Semua peristiwa</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Enter an https address that can be reached from the internet, not one of this computer or a private network.</source>
        <translation>Masukkan alamat https yang dapat dijangkau dari internet, bukan alamat komputer ini atau jaringan pribadi.</translation>
    </message>
    <message>
        <source>Choose at least one event, of those listed here.</source>
        <translation>Pilih sedikitnya satu peristiwa yang tercantum di sini.</translation>
    </message>
    <message>
        <source>Enter at least 16 characters, or none.</source>
        <translation>Masukkan sedikitnya 16 karakter, atau kosongkan.</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Check a signature</source>
        <translation>Periksa tanda tangan</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>Cara kerja</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>&amp;Active: events are sent</source>
        <translation>&amp;Aktif: peristiwa dikirim</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Rahasia</translation>
    </message>
    <message>
        <source>&amp;Save webhook</source>
        <translation>&amp;Simpan webhook</translation>
    </message>
    <message>
        <source>Save webhook</source>
        <translation>Simpan webhook</translation>
    </message>
    <message>
        <source>&amp;URL:</source>
        <translation>&amp;URL:</translation>
    </message>
    <message>
        <source>Events:</source>
        <translation>Peristiwa:</translation>
    </message>
    <message>
        <source>S&amp;ecret:</source>
        <translation>Ra&amp;hasia:</translation>
    </message>
    <message>
        <source>At least 16 characters, to check signatures with. Left empty, %1 makes one, which may replace the one your server uses.</source>
        <translation>Sedikitnya 16 karakter, untuk memeriksa tanda tangan. Bila dikosongkan, %1 membuat yang baru, yang mungkin menggantikan rahasia yang dipakai server Anda.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Peristiwa</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>Rahasia baru</translation>
    </message>
    <message>
        <source>&amp;Copy secret</source>
        <translation>Salin &amp;rahasia</translation>
    </message>
    <message>
        <source>Copy secret</source>
        <translation>Salin rahasia</translation>
    </message>
    <message>
        <source>Copied. The clipboard forgets it after a minute: put it into your server now.</source>
        <translation>Tersalin. Papan klip melupakannya setelah satu menit: masukkan ke server Anda sekarang.</translation>
    </message>
    <message>
        <source>The system did not take the copy. Click into this window and try again.</source>
        <translation>Sistem tidak menerima salinan. Klik di jendela ini lalu coba lagi.</translation>
    </message>
    <message>
        <source>The secret, this once</source>
        <translation>Rahasia, hanya kali ini</translation>
    </message>
    <message>
        <source>It is not shown again, neither here nor by %1, and OTP Desk does not keep it. Copy it before you close this window.</source>
        <translation>Tidak ditampilkan lagi, baik di sini maupun oleh %1, dan OTP Desk tidak menyimpannya. Salin sebelum Anda menutup jendela ini.</translation>
    </message>
    <message>
        <source>OTP Desk cannot receive it. A desktop computer has no public address that the provider could reach, and the provider refuses addresses of this computer and of private networks.</source>
        <translation>OTP Desk tidak dapat menerimanya. Komputer desktop tidak punya alamat publik yang dapat dijangkau penyedia, dan penyedia menolak alamat komputer ini dan alamat jaringan pribadi.</translation>
    </message>
    <message>
        <source>Your server should check the signature of each request with the secret before it believes a word of it, and answer quickly.</source>
        <translation>Server Anda sebaiknya memeriksa tanda tangan setiap permintaan dengan rahasia sebelum memercayai isinya, dan menjawab dengan cepat.</translation>
    </message>
    <message>
        <source>The webhook could not be read</source>
        <translation>Webhook tidak dapat dibaca</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Coba lagi</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Bertanya ke %1…</translation>
    </message>
    <message>
        <source>The account was changed meanwhile.</source>
        <translation>Sementara itu akun diubah.</translation>
    </message>
    <message>
        <source>Saving at %1…</source>
        <translation>Menyimpan di %1…</translation>
    </message>
    <message>
        <source>&amp;Load again</source>
        <translation>&amp;Muat lagi</translation>
    </message>
    <message>
        <source>The account was changed meanwhile: it is not known whether this was saved.</source>
        <translation>Sementara itu akun diubah: tidak diketahui apakah ini tersimpan.</translation>
    </message>
    <message>
        <source>Saved. %1 sends these events from now on.</source>
        <translation>Tersimpan. Mulai sekarang %1 mengirim peristiwa ini.</translation>
    </message>
    <message>
        <source>Saved, and not active: %1 sends nothing.</source>
        <translation>Tersimpan, dan tidak aktif: %1 tidak mengirim apa pun.</translation>
    </message>
    <message>
        <source>It may have been saved all the same.</source>
        <translation>Mungkin tetap tersimpan.</translation>
    </message>
    <message>
        <source>A webhook is a request that the provider sends to your own server when something happens in this account: a code has come, a top-up was paid.</source>
        <translation>Webhook adalah permintaan yang dikirim penyedia ke server Anda bila terjadi sesuatu di akun ini: ada kode masuk, isi ulang dibayar.</translation>
    </message>
    <message>
        <source>So nothing changes here: OTP Desk goes on asking for codes and payments by itself. Set a webhook only when your own server should be told too.</source>
        <translation>Jadi di sini tidak ada yang berubah: OTP Desk tetap menanyakan kode dan pembayaran sendiri. Atur webhook hanya bila server Anda juga perlu diberi tahu.</translation>
    </message>
    <message>
        <source>The account&apos;s key is missing, or the account was removed.</source>
        <translation>Kunci akun tidak ada, atau akun sudah dihapus.</translation>
    </message>
</context>
<context>
    <name>otpdesk::watchwords</name>
    <message>
        <source>Any service</source>
        <translation>Layanan apa saja</translation>
    </message>
    <message>
        <source>%1 · rental</source>
        <extracomment>a service, when a number is rented for it</extracomment>
        <translation>%1 · sewa</translation>
    </message>
    <message>
        <source>%1 · inbox</source>
        <extracomment>a site, when an e-mail inbox is bought for it</extracomment>
        <translation>%1 · kotak masuk</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>a service in a country: &quot;Telegram in Pakistan&quot;</extracomment>
        <translation>%1 di %2</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>paling banyak %1</translation>
    </message>
    <message>
        <source>in stock</source>
        <translation>ada stok</translation>
    </message>
    <message>
        <source>out of stock</source>
        <translation>stok habis</translation>
    </message>
    <message>
        <source>%1 in stock at %2</source>
        <translation>stok %1 di %2</translation>
    </message>
    <message>
        <source>in stock at %1</source>
        <translation>ada stok di %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>a price at a provider</extracomment>
        <translation>%1 di %2</translation>
    </message>
    <message>
        <source>%1, %2 in stock</source>
        <translation>%1, stok %2</translation>
    </message>
    <message>
        <source>%1: %2 at %3</source>
        <translation>%1: %2 di %3</translation>
    </message>
    <message>
        <source>%1 is in stock at %2</source>
        <translation>%1: ada stok di %2</translation>
    </message>
</context>
</TS>
