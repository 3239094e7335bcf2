package io.qunbot.wecom.aibot;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.concurrent.Future;
import io.qunbot.wecom.codec.LineFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What was sent on one connection and waits for WeCom's word. Frames of one request id leave one after the
 * other: WeCom answers by that id alone. Lives on the connection's event loop.
 */
final class Requests {

    private static final String SILENT = "企业微信没有回应 (WeCom did not answer)";

    private final Channel channel;
    private final Duration patience;
    private final Map<String, ArrayDeque<Request>> queues = new HashMap<>();
    private final Map<String, Future<?>> timers = new HashMap<>();

    Requests(Channel channel, Duration patience) {
        this.channel = channel;
        this.patience = patience;
    }

    void add(Request request) {
        ArrayDeque<Request> queue = queues.computeIfAbsent(request.id(), _ -> new ArrayDeque<>());
        queue.add(request);
        if (queue.size() == 1) {
            send(request);
        }
    }

    private void send(Request request) {
        channel.writeAndFlush(new TextWebSocketFrame(request.json()));
        timers.put(request.id(), channel.eventLoop().schedule(
                () -> end(request.id(), new Answer.Unanswered(SILENT)), patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** WeCom's word on a frame; nothing happens when nobody waits for it any more. */
    void answered(LineFrame frame) {
        end(frame.request(), new Answer.Acknowledged(frame.code(), frame.message(), frame.given()));
    }

    private void end(String id, Answer answer) {
        ArrayDeque<Request> queue = queues.get(id);
        if (queue == null) {
            return;
        }
        stopTimer(id);
        queue.remove().answer().complete(answer);
        if (queue.isEmpty()) {
            queues.remove(id);
        } else {
            send(queue.element());
        }
    }

    private void stopTimer(String id) {
        Future<?> timer = timers.remove(id);
        if (timer != null) {
            timer.cancel(false);
        }
    }

    /** The connection is gone: what was sent may have arrived, what waited behind it has not left. */
    void lost(String why) {
        for (ArrayDeque<Request> queue : queues.values()) {
            stopTimer(queue.element().id());
            queue.remove().answer().complete(new Answer.Unanswered(why));
            queue.forEach(unsent -> unsent.answer().complete(new Answer.Unsent(why)));
        }
        queues.clear();
    }
}
