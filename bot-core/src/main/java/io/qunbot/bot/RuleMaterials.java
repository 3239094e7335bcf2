package io.qunbot.bot;

import io.qunbot.bot.lint.Shelf;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** The files of a home that lie beside its rules, as they are now. */
record RuleMaterials(Home home) implements Shelf {

    private static final int HEAD = 4;
    private static final String PNG = "89504e47";
    private static final String JPG = "ffd8ff";

    @Override
    public Optional<Item> find(String path) {
        Path file = home.rules().resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            String head = HexFormat.of().formatHex(in.readNBytes(HEAD));
            return Optional.of(new Item(Files.size(file), head.equals(PNG) || head.startsWith(JPG)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
