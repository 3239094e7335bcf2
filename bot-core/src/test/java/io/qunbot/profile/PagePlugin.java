package io.qunbot.profile;

import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Companion;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Shorthand;
import io.qunbot.yaml.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plugin whose settings name other files. */
public final class PagePlugin implements Plugin<PagePlugin.Settings> {

    /** Another file. */
    public record Page(String title, List<Located<String>> lines) {}

    /** Which files, and one more setting. */
    @Shorthand("file")
    public record Pages(@Doc(zh = "文件", en = "files") List<Companion<Page>> file, Optional<Integer> size) {}

    /** The settings. */
    public record Settings(Optional<Pages> pages, List<String> other) {}

    public final List<Settings> created = new ArrayList<>();

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public void check(Settings settings, PluginServices services, Problems problems) {
        settings.pages().stream().flatMap(pages -> pages.file().stream())
                .flatMap(page -> page.content().lines().stream())
                .filter(line -> !line.value().isEmpty() && services.staff(line.value()).isEmpty())
                .forEach(line -> problems.error("T002", line.place(), new Words("没有这个岗位", "no such post"), Words.NONE));
    }

    @Override
    public Stage create(Settings settings, PluginServices services) {
        created.add(settings);
        return (_, _) -> Reaction.pass();
    }
}
