package io.qunbot.dispatch;

import io.qunbot.pipeline.LaneMemory;
import io.qunbot.pipeline.MemoryKey;
import io.qunbot.pipeline.Remembered;
import io.qunbot.profile.Profile;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A colleague has told the bot to be quiet in a conversation.
 *
 * @param until milliseconds since 1970
 * @param by the colleague's account
 */
public record Hush(long until, String by) {

    /** The core's own plugin, and its memory of it. */
    public static final String PLUGIN = "desk";

    public static final String KEY = "hush";

    private static final MemoryKey MEMORY = new MemoryKey(PLUGIN, KEY);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** Why nothing is said in a lane for now; the core's own words go out. */
    static Optional<String> of(LaneMemory lane, Profile profile, Instant now) {
        Remembered kept = lane.get(MEMORY);
        boolean core = profile.stages().stream().anyMatch(stage -> stage.plugin().equals(PLUGIN));
        if (kept == null || core) {
            return Optional.empty();
        }
        Hush hush = kept.as(Hush.class);
        Instant end = Instant.ofEpochMilli(hush.until());
        return now.isBefore(end)
                ? Optional.of("%s 让机器人安静到 %s (a colleague asked the bot to be quiet)".formatted(hush.by(),
                        TIME.format(end.atZone(profile.services().zone()))))
                : Optional.empty();
    }
}
