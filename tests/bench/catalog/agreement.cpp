#include "tests/bench/catalog/agreement.h"

#include "tests/bench/catalog/ours.h"
#include "tests/bench/catalog/proxypeer.h"
#include "tests/bench/catalog/sqlitepeer.h"

namespace otpdesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowsCompared = 200;

struct Question
{
    QString typed;
    bool oneCurrency = false; // amounts of several are put in order by each contender in its own way
};

struct Answer
{
    int count = 0;
    QList<qint64> amounts;
};

QList<Question> questions()
{
    return {{u""_s},
            {u"whatsapp indonesia"_s},
            {u"telegram pakistan"_s},
            {u"ukraine"_s},
            {u"united kingdom google"_s},
            {u"england server"_s},
            {u"Netflix POOL 2"_s},
            {u"gmail.com openai"_s},
            {u"30 days area"_s},
            {u"no such thing"_s},
            {u"otpget whatsapp"_s, true},
            {u"zapotp google"_s, true},
            {u"otpzap tier"_s, true},
            {u"zapotp"_s, true}};
}

QList<Answer> answersOf(Contender &contender, const SyntheticCatalog &catalog)
{
    for (int shelf = 0; shelf < catalog.shelfCount(); ++shelf)
        contender.addShelf(catalog.shelf(shelf));
    contender.finishFilling();
    contender.sort(SortBy::Price);
    QList<Answer> answers;
    for (const Question &question : questions()) {
        contender.beginWith(question.typed);
        answers.append({contender.count(), contender.firstAmounts(RowsCompared)});
    }
    return answers;
}

void compare(const QString &peer, const QList<Answer> &ours, const QList<Answer> &theirs, QStringList &found)
{
    for (qsizetype i = 0; i < ours.size(); ++i) {
        const Question question = questions()[i];
        if (ours[i].count != theirs[i].count)
            found += u"“%1”: ours finds %2 offers, %3 %4"_s.arg(question.typed)
                         .arg(ours[i].count)
                         .arg(peer)
                         .arg(theirs[i].count);
        else if (question.oneCurrency && ours[i].amounts != theirs[i].amounts)
            found += u"“%1”, by price: ours and %2 begin with other prices"_s.arg(question.typed, peer);
    }
}

} // namespace

QStringList disagreements(int offers)
{
    const SyntheticCatalog catalog(offers);
    QStringList found;
    const QList<Answer> ours = answersOf(*std::make_unique<Ours>(), catalog);
    compare(u"the proxy"_s, ours, answersOf(*std::make_unique<ProxyPeer>(), catalog), found);
    compare(u"SQLite"_s, ours, answersOf(*std::make_unique<SqlitePeer>(), catalog), found);
    if (std::none_of(ours.cbegin(), ours.cend(), [](const Answer &answer) { return answer.count > 100; }))
        found += u"nothing was found that could be compared"_s;
    return found;
}

} // namespace otpdesk
