package io.qunbot.bot;

import java.nio.file.Path;

/** The folder an operator works in. */
public record Home(Path root) {

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    public Path config() {
        return root.resolve("config").resolve("bot.yaml");
    }

    /** Where the years of holidays lie. */
    public Path holidays() {
        return root.resolve("config").resolve("holidays");
    }

    /** What is written of tags. */
    public Path tags() {
        return root.resolve("config").resolve("tags.yaml");
    }

    /** Where the rotas lie. */
    public Path rotas() {
        return root.resolve("config").resolve("rota");
    }

    public Path rules() {
        return root.resolve("rules");
    }

    /** A rule file by the name that operators see, {@code rules/service.yaml}. */
    public Path file(String name) {
        return root.resolve(name);
    }

    /** Transcripts that the rules are tested with. */
    public Path tests() {
        return rules().resolve("tests");
    }

    public Path plugins() {
        return root.resolve("plugins");
    }

    /** @param data the folder as config/bot.yaml names it, relative to the home */
    public Path data(String data) {
        return root.resolve(data).normalize();
    }
}
