package io.qunbot.bot;

/** The threads that the bot owns. */
final class ThreadNames {

    private ThreadNames() {}

    static Thread.Builder writer() {
        return Thread.ofPlatform().name("writer").daemon();
    }

    /** With room for a plugin that recurses deep, but not for ever. */
    static Thread.Builder lanes() {
        return Thread.ofPlatform().name("lane-", 0).daemon().stackSize(1 << 20);
    }

    static Thread.Builder plan() {
        return Thread.ofPlatform().name("plan").daemon();
    }

    static Thread.Builder admin() {
        return Thread.ofPlatform().name("admin").daemon();
    }
}
