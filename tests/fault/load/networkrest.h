#pragma once

#include <QObject>

namespace otpdesk {

/// Knows when the network is at rest: no request of the application is on its way. It sees each attempt come
/// and go as a child of its call, so that nothing in the application has to count for it.
class NetworkRest : public QObject
{
    Q_OBJECT

public:
    NetworkRest();

    /// One more thing to wait for, or one less: what is not a request.
    void expect(int more) { m_underWay += more; }
    /// Lets everything happen that does not need time: answers come, and what follows from them is sent.
    void await();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int m_underWay = 0;
};

} // namespace otpdesk
