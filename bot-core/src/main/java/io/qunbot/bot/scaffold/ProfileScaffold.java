package io.qunbot.bot.scaffold;

import io.qunbot.bot.SchemaFile;
import io.qunbot.plugin.Plugin;
import io.qunbot.profile.Effective;
import io.qunbot.profile.EffectiveBook;
import io.qunbot.yaml.Width;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A profile to begin with, for no group yet, and its first test. */
public final class ProfileScaffold {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([-_][a-z0-9]+)*");
    private static final int LONGEST = 32;
    private static final String COMMON = "base";
    private static final int COMMENTS = 44;

    private final SortedMap<String, byte[]> files;
    private final EffectiveBook book;
    private final Map<String, Plugin<?>> plugins;
    private final List<SchemaFile> schemas;

    /**
     * @param files the home's rule files by path
     * @param plugins by the name they have in a profile
     * @param schemas of every kind of file
     */
    public ProfileScaffold(SortedMap<String, byte[]> files, Map<String, Plugin<?>> plugins, List<SchemaFile> schemas) {
        this.files = files;
        this.book = new EffectiveBook(files);
        this.plugins = Map.copyOf(plugins);
        this.schemas = List.copyOf(schemas);
    }

    /** Whether a profile can be named so: its file has the name, too. */
    public static boolean isName(String name) {
        return name.length() <= LONGEST && NAME.matcher(name).matches() && !name.equals("synonyms");
    }

    /** The file of a profile. */
    public static String file(String name) {
        return "rules/" + name + ".yaml";
    }

    private static String test(String name) {
        return "rules/tests/" + name + ".test.yaml";
    }

    /** A small profile, which extends the profile {@code base} where there is one. */
    public Scaffold small(String name) {
        boolean common = book.profile(COMMON).isPresent();
        String extended = common ? padded("extends: " + COMMON) + "# 继承哪一份 / what it builds on\n" : "";
        String staff = new Posts(book).of(common ? COMMON : "").entrySet().stream()
                .map(post -> padded("  " + post.getKey() + ": " + post.getValue()) + "# 改成自己的 / make it your own\n")
                .collect(Collectors.joining());
        Map<String, String> words = Map.of("name", name, "extends", extended, "staff", staff);
        return scaffold(name, Template.fill("profile.yaml", words), Template.fill("profile.test.yaml", words));
    }

    private static String padded(String text) {
        return text + " ".repeat(Math.max(1, COMMENTS - Width.of(text)));
    }

    /** All that another profile's file says, for no group; empty when there is no such profile. */
    public Optional<Scaffold> copy(String name, String from) {
        return book.profile(from).map(Effective::file)
                .map(file -> new ProfileCopy(file, files.getOrDefault(file, new byte[0]), plugins).named(name))
                .map(text -> scaffold(name, text, Template.fill("copy.test.yaml", Map.of("name", name))));
    }

    private Scaffold scaffold(String name, String profile, String test) {
        return Scaffold.of(Map.of(file(name), profile, test(name), test)).withModelines(schemas);
    }
}
