package io.qunbot.load;

import io.qunbot.plugin.Plugin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A plugin as a jar that only names it: the class itself is on the class path. */
final class PluginJar {

    private PluginJar() {}

    /** Drops it into a home's folder of plugins. */
    static void drop(Path home, Class<?> plugin) throws IOException {
        Path folder = Files.createDirectories(home.resolve("plugins"));
        Path file = folder.resolve(plugin.getSimpleName() + ".jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry("META-INF/services/" + Plugin.class.getName()));
            jar.write(plugin.getName().getBytes(StandardCharsets.UTF_8));
        }
    }
}
