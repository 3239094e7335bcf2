package io.qunbot.plugins.sla;

import java.time.Duration;

/** Says how long something took. */
final class Spell {

    private Spell() {}

    /** {@code 50 秒}, {@code 5 分钟}, {@code 2 小时 5 分钟}. */
    static String of(Duration time) {
        if (time.toMinutes() < 1) {
            return time.toSeconds() + " 秒";
        }
        long hours = time.toHours();
        String minutes = time.toMinutesPart() == 0 && hours > 0 ? "" : time.toMinutesPart() + " 分钟";
        return hours == 0 ? minutes : (hours + " 小时 " + minutes).strip();
    }
}
