#pragma once

#include "providers/http/httptypes.h"
#include "providers/types/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

/// OTPGet's bare words: `STATUS_OK:847293`, `BAD_KEY` (provider-docs, otpget.txt, "Error Codes").
namespace otpdesk::otpget {

/// An answer in words, taken apart.
struct Words
{
    QString head; ///< the leading word in capitals, "STATUS_OK"; empty where the text begins otherwise
    QString rest; ///< all after the first colon behind it, trimmed
    QString text; ///< all of it, trimmed
};

Words wordsOf(const QString &text);

/// The words of an answer: its plain text, a JSON string, or the member of a JSON object that holds a word
/// (`{"status":"error","message":"BAD_KEY"}`). HTML pages are NotAnApi or ServiceDown.
Result<Words> readWords(const HttpReply &reply);

/// The lines of a JSON object that may hold a refusal.
QStringList wordyMembers(const QJsonObject &object);

/// The refusal that an error word stands for, with the word (or what the supplier said) as its detail. It is
/// definite under any HTTP status: the API itself said it. Nothing for other words.
std::optional<ApiError> refusalByWord(const HttpReply &reply, const Words &words);

/// The error for words which are not among those expected: a refusal by word, by phrase or by HTTP status,
/// else Malformed. A request sent once whose answer nobody knows keeps its outcome unknown.
ApiError unexpectedWords(const HttpReply &reply, const Words &words);

} // namespace otpdesk::otpget
