package io.qunbot.simulation.standin;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/** One connection of a bot with the stand-in. */
final class AibotDesk extends SimpleChannelInboundHandler<TextWebSocketFrame> {

    private final AibotStandIn standIn;
    private final int connection;

    AibotDesk(AibotStandIn standIn, int connection) {
        this.standIn = standIn;
        this.connection = connection;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame text) {
        JsonObject json = JsonParser.parseString(text.text()).getAsJsonObject();
        AibotFrame frame = new AibotFrame(connection, AibotRules.text(json, "cmd"),
                AibotRules.text(AibotRules.object(json, "headers"), "req_id"), AibotRules.object(json, "body"), 0);
        if (!standIn.isSubscribed(context.channel()) && !frame.command().equals("aibot_subscribe")) {
            context.close(); // WeCom has nothing to say to strangers
            return;
        }
        AibotFrame answered = standIn.take(context.channel(), frame);
        if (answered != null) {
            context.writeAndFlush(new TextWebSocketFrame(answer(answered, standIn.given(answered))));
        }
    }

    private static String answer(AibotFrame frame, JsonObject body) {
        JsonObject headers = new JsonObject();
        headers.addProperty("req_id", frame.request());
        JsonObject answer = new JsonObject();
        answer.add("headers", headers);
        answer.addProperty("errcode", frame.code());
        answer.addProperty("errmsg", frame.code() == AibotRules.OK ? "ok" : "refused by the stand-in");
        if (body.size() > 0 && frame.code() == AibotRules.OK) {
            answer.add("body", body);
        }
        return answer.toString();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
