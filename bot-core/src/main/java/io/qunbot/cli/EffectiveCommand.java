package io.qunbot.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import io.qunbot.bot.AppApis;
import io.qunbot.bot.Archive;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.RuleFiles;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Directory;
import io.qunbot.people.Family;
import io.qunbot.people.TagFiles;
import io.qunbot.plugin.Plugin;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Effective;
import io.qunbot.profile.EffectiveBook;
import io.qunbot.profile.EffectiveLines;
import io.qunbot.profile.GroupClaim;
import io.qunbot.profile.Invites;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Width;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlScalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qunbot effective PROFILE|GROUP}: what holds there, and where each value comes from. */
@Command(name = "effective", mixinStandardHelpOptions = true, description = "一份配置或一个群最后用的每个值,写在哪个文件哪一行 / every value that holds for a profile or group, and where it is written")
final class EffectiveCommand extends Context implements Callable<Integer> {

    /** The column of the comments that say where a value comes from. */
    private static final int COMMENTS = 64;

    @Parameters(paramLabel = "PROFILE|GROUP", description = "配置的代号,或者群的 id、名字 / a profile's id, or a group's id or name")
    private String asked = "";

    @Option(names = "--format", paramLabel = "text|json", description = "输出格式 / how to show it")
    private CheckCommand.Format format = CheckCommand.Format.TEXT;

    @Override
    public Integer call() {
        SortedMap<String, byte[]> files = files();
        Map<String, Plugin<?>> plugins = PluginLoader.load(home().plugins());
        EffectiveBook book = new EffectiveBook(files);
        Effective effective = book.profile(asked).or(() -> group(book)).orElseThrow(() -> nobody(book));
        List<EffectiveLines.Line> lines = EffectiveLines.of(effective, plugins);
        if (format == CheckCommand.Format.JSON) {
            out().println(new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create()
                    .toJson(json(effective, lines)));
        } else {
            text(effective, lines);
            Invites.of(effective).ifPresent(invites -> out().println("# " + words(invites.zh(), invites.en())));
            TagFiles.read(files).settings().tags().forEach(this::family);
        }
        boolean broken = new BookReader(plugins, Directory.EMPTY::nameOf).read(files).broken()
                .contains(effective.file());
        if (broken) {
            err().println(words(effective.file() + " 有错误,没有生效:上面是写着的,不是正在用的。先 check",
                    effective.file() + " has errors and is not in force: this is what is written. See check"));
        }
        return broken ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private SortedMap<String, byte[]> files() {
        try {
            return RuleFiles.read(home());
        } catch (IOException failure) {
            throw Trouble.of("读不到规则文件", "the rule files cannot be read", failure);
        }
    }

    /** A group that was met, else one that is named in a profile as it was asked for. */
    private Optional<Effective> group(EffectiveBook book) {
        Optional<Chat> met = met();
        if (met.isPresent()) {
            return book.group(met.get(), Optional.empty());
        }
        return book.claimed(asked);
    }

    private Optional<Chat> met() {
        if (!Files.isRegularFile(home().config())) {
            return Optional.empty();
        }
        BotConfig config = config();
        Path data = home().data(config.data());
        return Files.isDirectory(data)
                ? conversations(config, data).stream().filter(group -> group.id().equals(asked)).findFirst()
                        .map(EffectiveCommand::chat)
                : Optional.empty();
    }

    private List<Archive.Conversation> conversations(BotConfig config, Path data) {
        return Admin.of(data)
                .flatMap(admin -> admin.<List<Archive.Conversation>>get("/archive/groups", Map.of(),
                        new TypeToken<List<Archive.Conversation>>() {
                        }.getType()))
                .orElseGet(() -> offline(data, offline -> offline.groups(config)));
    }

    private static Chat chat(Archive.Conversation group) {
        return new Chat(new ChatId(group.id()), ChatKind.valueOf(group.kind().toUpperCase(Locale.ROOT)),
                group.channel());
    }

    private Trouble nobody(EffectiveBook book) {
        List<String> known = Stream.concat(book.ids().stream(), book.subjects().stream()).toList();
        return new Trouble("没有 “" + asked + "” 这份配置,也没有配置认领这个群。" + Nearest.help(asked, known).zh(),
                "there is no profile '" + asked + "', and no profile claims such a group; "
                        + Nearest.help(asked, known).en());
    }

    private void text(Effective effective, List<EffectiveLines.Line> lines) {
        effective.claim().ifPresent(claim -> claimed(effective.id(), claim));
        for (EffectiveLines.Line line : lines) {
            String text = "  ".repeat(line.depth()) + line.text();
            String origin = origin(line);
            out().println(origin.isEmpty() ? text : padded(text) + "# " + origin);
        }
    }

    /** Where the tags of a family are kept, and why not in WeCom. */
    private void family(String name, Family family) {
        String tags = family.tags().stream().map(Located::value).collect(Collectors.joining("、"));
        out().println("# " + TagFiles.FILE + " " + name + ": " + tags + "  " + kept(family));
    }

    private String kept(Family family) {
        if (family.sync().isEmpty()) {
            return words("只在本地(没有写 sync: wecom)", "local only (no sync: wecom)");
        }
        boolean connected = Files.isRegularFile(home().config())
                && !new AppApis(config().channels()).all().isEmpty();
        return connected
                ? words("同步到企业微信的客户标签;没有同事加过的客户和内部成员只在本地",
                        "mirrored to WeCom's corp tags; local only of customers whom no colleague has added, and of colleagues")
                : words("只在本地:没有填了 secret 的自建应用", "local only: there is no app with a secret");
    }

    private static String padded(String text) {
        return text + " ".repeat(Math.max(2, COMMENTS - Width.of(text)));
    }

    private void claimed(String profile, Located<GroupClaim> claim) {
        Place place = claim.place();
        out().println("# " + words("群 " + asked + " 用的是配置 " + profile + ",因为 ",
                "the group " + asked + " has the profile " + profile + ", because of ")
                + place.source().name() + ":" + place.line() + "  " + place.source().line(place.line()).strip());
        if (claim.value().name().isPresent()) {
            err().println(words("现在还不知道群的名字,按名字认领的要等接上通讯录才起作用",
                    "names of groups are not known yet: what is claimed by name takes effect once a directory is connected"));
        }
    }

    private static String origin(EffectiveLines.Line line) {
        return line.isDefault()
                ? "默认 default"
                : line.place().filter(_ -> line.value().isPresent())
                        .map(place -> place.source().name() + ":" + place.line()).orElse("");
    }

    private Map<String, Object> json(Effective effective, List<EffectiveLines.Line> lines) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("profile", effective.id());
        all.put("file", effective.file());
        effective.claim().map(Located::place).ifPresent(place -> {
            all.put("group", asked);
            all.put("claim", Map.of("file", place.source().name(), "line", place.line()));
        });
        List<Map<String, Object>> values = new ArrayList<>();
        lines.stream().filter(line -> line.value().isPresent()).forEach(line -> values.add(value(line)));
        all.put("values", values);
        return all;
    }

    private static Object plain(YamlNode node) {
        return switch (node) {
            case YamlScalar scalar -> scalar.text();
            case YamlList list -> list.items().stream().map(EffectiveCommand::plain).toList();
            case YamlMap _ -> Map.of();
        };
    }

    private static Map<String, Object> value(EffectiveLines.Line line) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("path", line.path());
        line.value().ifPresent(node -> value.put("value", plain(node)));
        line.place().ifPresent(place -> {
            value.put("file", place.source().name());
            value.put("line", place.line());
            value.put("column", place.column());
        });
        value.put("default", line.isDefault());
        return value;
    }
}
