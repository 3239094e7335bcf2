package io.qunbot.wecom.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files in a folder that somebody else fills, called by their MD5 or by WeCom's file id. */
public final class FolderMedia implements MediaSource {

    private static final int PIECE = 512 * 1024;
    /** What can't lead out of the folder. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_=+-][A-Za-z0-9._=+-]{0,200}");

    private final Path folder;

    public FolderMedia(Path folder) {
        this.folder = folder;
    }

    @Override
    public Piece next(Attachment attachment, String resume) throws IOException {
        Path file = Stream.of(attachment.md5(), attachment.file()).filter(name -> NAME.matcher(name).matches())
                .map(folder::resolve).filter(Files::isRegularFile).findFirst()
                .orElseThrow(() -> new IOException("文件还没有放到 " + folder + " (not in the folder yet)"));
        long from = Optional.of(resume).filter(digits -> !digits.isEmpty()).map(Long::parseLong).orElse(0L);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer piece = ByteBuffer.allocate(PIECE);
            channel.position(from);
            while (piece.hasRemaining() && channel.read(piece) >= 0) {
                // a read may give less than there is
            }
            long at = from + piece.position();
            return new Piece(Arrays.copyOf(piece.array(), piece.position()), String.valueOf(at), at >= channel.size());
        }
    }
}
