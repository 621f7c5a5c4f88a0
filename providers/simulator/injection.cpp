#include "providers/simulator/injection.h"

namespace otpdesk::canned {

ServerReply badGatewayPage()
{
    ServerReply reply;
    reply.status = 502;
    reply.contentType = "text/html";
    reply.body = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad "
                 "Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
    return reply;
}

ServerReply captivePortal()
{
    ServerReply reply;
    reply.contentType = "text/html; charset=utf-8";
    reply.body = "<!DOCTYPE html>\n<html><head><title>Welcome to Hotel Wi-Fi</title></head><body><form "
                 "action=\"/login\"><input name=\"room\"><button>Connect</button></form></body></html>\n";
    return reply;
}

ServerReply tooManyRequests(int retryAfterSeconds)
{
    ServerReply reply;
    reply.status = 429;
    reply.contentType = "text/plain";
    reply.body = "Too Many Requests\n";
    reply.headers = {{"Retry-After", QByteArray::number(retryAfterSeconds)}};
    return reply;
}

ServerReply redirectTo(const QByteArray &location)
{
    ServerReply reply;
    reply.status = 302;
    reply.contentType = "text/plain";
    reply.headers = {{"Location", location}};
    return reply;
}

} // namespace otpdesk::canned
