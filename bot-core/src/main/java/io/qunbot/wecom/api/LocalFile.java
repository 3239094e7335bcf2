package io.qunbot.wecom.api;

import io.qunbot.chat.GatewayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;

/** A file of this machine that is to be sent. Messages name it without its folder. */
public final class LocalFile {

    /** WeCom takes no smaller ones. */
    private static final long LEAST = 6;

    private static final String PNG = "89504e47";
    private static final String JPG = "ffd8ff";

    private final Path path;
    private final long size;

    private LocalFile(Path path, long size) {
        this.path = path;
        this.size = size;
    }

    /** @throws GatewayException when it can't be read, or is smaller than WeCom takes */
    public static LocalFile of(String file) throws GatewayException {
        try {
            Path path = Path.of(file);
            long size = Files.size(path);
            if (size < LEAST) {
                throw Refusals.drop("文件太小:" + path.getFileName(), "the file is too small: " + path.getFileName());
            }
            return new LocalFile(path, size);
        } catch (IOException | InvalidPathException unreadable) {
            String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
            throw Refusals.drop("读不到文件 " + name, "the file " + name + " cannot be read");
        }
    }

    /** @throws GatewayException when it is larger */
    public LocalFile atMost(long bytes) throws GatewayException {
        if (size > bytes) {
            throw Refusals.drop("文件超过 " + (bytes >> 20) + " MB:" + path.getFileName(),
                    "the file is larger than " + (bytes >> 20) + " MB: " + path.getFileName());
        }
        return this;
    }

    public long size() {
        return size;
    }

    public Path path() {
        return path;
    }

    /** Whether it is a picture of a kind that WeCom shows, by its first bytes. */
    public boolean isPicture() throws GatewayException {
        String head = HexFormat.of().formatHex(bytes(), 0, 4);
        return head.equals(PNG) || head.startsWith(JPG);
    }

    /** What it is to WeCom: {@code image}, or {@code file} where it is too large for one or of another kind. */
    public String kind(long largestImage) throws GatewayException {
        return size <= largestImage && isPicture() ? "image" : "file";
    }

    public byte[] bytes() throws GatewayException {
        try {
            return Files.readAllBytes(path);
        } catch (IOException gone) {
            throw Refusals.drop("读不到文件 " + path.getFileName(), "the file " + path.getFileName() + " cannot be read");
        }
    }
}
