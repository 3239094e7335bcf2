package io.qunbot.cli;

import io.qunbot.bot.BotConfig;
import io.qunbot.bot.Offline;
import io.qunbot.bot.Refused;
import io.qunbot.bot.Revisions;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Asks for the rules' versions: the running bot, or the data folder when nothing runs. */
final class Versioned {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Context context;
    private final BotConfig config;
    private final Path data;
    private final Optional<Admin> running;

    Versioned(Context context) {
        this.context = context;
        this.config = context.config();
        this.data = context.home().data(config.data());
        this.running = Admin.of(data);
    }

    boolean isRunning() {
        return running.isPresent();
    }

    <T> T get(String path, Map<String, String> query, Type type, Function<Revisions, T> stored) {
        return ask(admin -> admin.get(path, query, type), stored);
    }

    <T> T post(String path, Map<String, String> query, Type type, Function<Revisions, T> stored) {
        return ask(admin -> admin.post(path, query, type), stored);
    }

    private <T> T ask(Function<Admin, Optional<T>> online, Function<Revisions, T> stored) {
        try {
            return running.isPresent()
                    ? online.apply(running.get()).orElseThrow(() -> new Trouble("正在运行的机器人还不认识这个命令,请重新启动它",
                            "the running bot does not know this command yet: restart it"))
                    : context.offline(data,
                            (Offline offline) -> stored.apply(offline.revisions(context.home(), config)));
        } catch (Refused refused) {
            throw new Trouble(refused.words().zh(), refused.words().en());
        }
    }

    /** A time of the admin API as people here read it. */
    static String time(String iso) {
        return iso.isEmpty() ? "" : TIME.format(Instant.parse(iso).atZone(ZoneId.systemDefault()));
    }
}
