package io.qunbot.bot.scaffold;

import io.qunbot.bot.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A plugin to begin with: a Maven module of its own that compiles, and whose test passes. */
public final class PluginScaffold {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final String MAVEN = "/META-INF/maven/io.qunbot/bot-core/pom.properties";
    private static final int LONGEST = 32;

    private PluginScaffold() {}

    /** Whether a plugin can be named so: small letters, digits, and - between them. */
    public static boolean isName(String name) {
        return name.length() <= LONGEST && NAME.matcher(name).matches();
    }

    /**
     * The files.
     *
     * @param name what it is called under {@code plugins:}
     * @param root the folder that the bot is built in
     */
    public static Scaffold of(String name, String root) {
        if (!isName(name)) {
            throw new IllegalArgumentException("no plugin can be named " + name);
        }
        String type = Pattern.compile("-").splitAsStream(name)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        String room = "com.example." + name.replace("-", "");
        Map<String, String> words = Map.of("name", name, "class", type, "package", room, "root", root, "version",
                version());
        String folder = "java/" + room.replace('.', '/') + "/" + type;
        Map<String, String> files = new HashMap<>();
        files.put("pom.xml", Template.fill("plugin/pom.xml", words));
        files.put("README.md", Template.fill("plugin/README.md", words));
        files.put(".gitignore", "target/\n");
        files.put("src/main/" + folder + "Plugin.java", Template.fill("plugin/Plugin.java", words));
        files.put("src/main/" + folder + "Settings.java", Template.fill("plugin/Settings.java", words));
        files.put("src/test/" + folder + "PluginTest.java", Template.fill("plugin/PluginTest.java", words));
        files.put("src/main/resources/META-INF/services/io.qunbot.plugin.Plugin", room + "." + type + "Plugin\n");
        return Scaffold.of(files);
    }

    /** The version under which Maven knows this program: as it was packaged, else the one that is worked on. */
    private static String version() {
        try (InputStream in = PluginScaffold.class.getResourceAsStream(MAVEN)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", Version.NUMBER + "-SNAPSHOT");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
