#pragma once

#include <QFrame>
#include <QList>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace otpdesk {

/// A sentence inside a tab, with what to do next on a button. Replaces what it said before.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Mood { Info, Success, Warning, Error };
    struct Action
    {
        QString text;              ///< with its mnemonic
        std::function<void()> run; ///< the bar is closed first
    };
    struct Message
    {
        Mood mood = Mood::Info;
        QString text;          ///< plain; read out when it appears
        QString details;       ///< the provider's own words; behind a button
        QList<Action> actions; ///< two at most
    };

    explicit MessageBar(QWidget *parent = nullptr);

    void post(const Message &message);
    void post(Mood mood, const QString &text) { post(Message{mood, text, {}, {}}); }
    QString text() const;
    Mood mood() const { return m_message.mood; }

public Q_SLOTS:
    void dismiss();

Q_SIGNALS:
    /// By the person, an action or dismiss().
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyColors();
    void run(int action);

    Message m_message;
    QLabel *m_symbol;
    QLabel *m_text;
    QToolButton *m_detailsToggle;
    QLabel *m_details;
    QList<QPushButton *> m_buttons;
    QToolButton *m_close;
};

} // namespace otpdesk
