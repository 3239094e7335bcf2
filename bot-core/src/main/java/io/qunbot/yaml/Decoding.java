package io.qunbot.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Bytes to text: UTF-8 only, and a helpful word for everything else. */
final class Decoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String BOM = "\uFEFF";
    private static final Words SAVE_AS = new Words(
            "用记事本打开,选“文件 → 另存为”,编码选 UTF-8 再保存",
            "open it in an editor, choose 'Save as' and the encoding UTF-8");

    private Decoding() {}

    static Optional<String> text(String name, byte[] bytes, Problems problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(input, text, true);
        if (result.isError()) {
            notUtf8(name, bytes, input.position(), problems);
            return Optional.empty();
        }
        String decoded = text.flip().toString();
        return Optional.of(decoded.startsWith(BOM) ? decoded.substring(1) : decoded);
    }

    private static void notUtf8(String name, byte[] bytes, int position, Problems problems) {
        int lineStart = position;
        while (lineStart > 0 && bytes[lineStart - 1] != '\n') {
            lineStart--;
        }
        String before = new String(Arrays.copyOfRange(bytes, lineStart, position), StandardCharsets.UTF_8);
        Source source = new Source(name, new String(bytes, isUtf16(bytes) ? StandardCharsets.UTF_16 : GB18030));
        Place place = new Place(source, lines(bytes, lineStart), before.codePointCount(0, before.length()) + 1, 1);
        problems.error(Code.NOT_UTF8.id(), place, isUtf16(bytes)
                ? new Words("这个文件是 UTF-16 编码,不是 UTF-8", "this file is UTF-16, not UTF-8")
                : new Words("这一行不是 UTF-8 编码,文件多半是按 GBK 保存的",
                        "this line is not UTF-8: the file was probably saved as GBK"),
                SAVE_AS);
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1 && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1));
    }

    private static int lines(byte[] bytes, int end) {
        int lines = 1;
        for (int index = 0; index < end; index++) {
            lines += bytes[index] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
