#include "models/catalog/searchfold.h"

namespace otpdesk {

QString searchFolded(QStringView text)
{
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        // Letters that Unicode does not take apart, but a person types without their stroke or dot.
        switch (c.unicode()) {
        case u'ø':
            folded += u'o';
            break;
        case u'ł':
            folded += u'l';
            break;
        case u'đ':
            folded += u'd';
            break;
        case u'ı':
            folded += u'i';
            break;
        case u'’':
            folded += u'\'';
            break;
        default:
            if (!c.isMark())
                folded += c;
        }
    }
    return folded;
}

QStringList searchWords(QStringView typed)
{
    return searchFolded(typed).simplified().split(u' ', Qt::SkipEmptyParts);
}

} // namespace otpdesk
