package io.qunbot.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SingleThreadEventLoop;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is put off to the end of a round of one event loop, so that many requests share it. */
final class Rounds {

    private final SingleThreadEventLoop loop;
    private final Set<Runnable> tasks = new LinkedHashSet<>();
    private final List<ChannelHandlerContext> unflushed = new ArrayList<>();
    private boolean armed;

    Rounds(SingleThreadEventLoop loop) {
        this.loop = loop;
    }

    void atEnd(Runnable task) {
        tasks.add(task);
        arm();
    }

    void flush(ChannelHandlerContext connection) {
        unflushed.add(connection);
        arm();
    }

    private void arm() {
        if (!armed) {
            armed = true;
            loop.executeAfterEventLoopIteration(this::end);
        }
    }

    private void end() {
        armed = false;
        if (!tasks.isEmpty()) {
            List<Runnable> now = List.copyOf(tasks);
            tasks.clear();
            now.forEach(Runnable::run);
        }
        for (ChannelHandlerContext connection : unflushed) {
            connection.flush();
        }
        unflushed.clear();
    }
}
