package io.qunbot.bot;

import io.qunbot.plugin.Plugin;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds plugins with {@link ServiceLoader}: those on the class path, and those in {@code plugins/*.jar},
 * each jar with a class loader of its own. A jar that can't be loaded is named in the log and left out.
 */
public final class PluginLoader {

    private static final Logger log = LoggerFactory.getLogger(PluginLoader.class);

    private PluginLoader() {}

    /** Plugins by name; of two with one name the class path's, then the first jar's, is taken. */
    public static Map<String, Plugin<?>> load(Path folder) {
        Map<String, Plugin<?>> plugins = new TreeMap<>();
        ClassLoader own = PluginLoader.class.getClassLoader();
        collect(own, "the class path", plugins);
        for (Path jar : jars(folder)) {
            if (isJar(jar)) {
                ClassLoader loader = new URLClassLoader(jar.getFileName().toString(), new URL[]{url(jar)}, own);
                collect(loader, jar.toString(), plugins);
                warnIfEmpty(loader, jar, plugins);
            }
        }
        return plugins;
    }

    /** A class loader passes over a file that is no jar without a word. */
    private static boolean isJar(Path file) {
        try (JarFile _ = new JarFile(file.toFile())) {
            return true;
        } catch (IOException broken) {
            log.error("{} is no jar and is left out: {}", file, broken.getMessage());
            return false;
        }
    }

    private static void warnIfEmpty(ClassLoader loader, Path jar, Map<String, Plugin<?>> plugins) {
        if (plugins.values().stream().noneMatch(plugin -> loader.equals(plugin.getClass().getClassLoader()))) {
            log.warn("nothing of {} is used: its plugins are named in META-INF/services/{}", jar,
                    Plugin.class.getName());
        }
    }

    @SuppressWarnings("rawtypes") // ServiceLoader knows no type arguments
    private static void collect(ClassLoader loader, String where, Map<String, Plugin<?>> plugins) {
        Iterator<Plugin> found = ServiceLoader.load(Plugin.class, loader).iterator();
        while (true) {
            try {
                if (!found.hasNext()) {
                    return;
                }
                Plugin<?> plugin = found.next();
                Plugin<?> before = plugins.putIfAbsent(plugin.name(), plugin);
                if (before != null && !before.getClass().equals(plugin.getClass())) {
                    log.warn("plugin {} of {} is left out: there is one of that name already", plugin.name(), where);
                }
            } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
                log.error("a plugin in {} cannot be loaded: {}", where, broken.toString());
                if (broken instanceof LinkageError || broken instanceof RuntimeException) {
                    return;
                }
            }
        }
    }

    private static List<Path> jars(Path folder) {
        List<Path> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
                files.forEach(jars::add);
            } catch (IOException unreadable) {
                log.error("the folder {} cannot be read: {}", folder, unreadable.getMessage());
            }
        }
        jars.sort(null);
        return jars;
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException("no URL for " + jar, impossible);
        }
    }
}
