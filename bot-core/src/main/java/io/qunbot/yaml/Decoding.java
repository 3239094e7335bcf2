package io.qunbot.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Bytes to text: UTF-8 only, and a helpful word for everything else, which is then read as what it most likely is. */
final class Decoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final String BOM = "\uFEFF";
    private static final Words SAVE_AS = new Words(
            "用记事本打开,选“文件 → 另存为”,编码选 UTF-8 再保存",
            "open it in an editor, choose 'Save as' and the encoding UTF-8");

    private Decoding() {}

    static Optional<String> text(String name, byte[] bytes, Problems problems) {
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return Optional.of(other(name, bytes, wide.get(), problems));
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(input, text, true);
        return Optional.of(withoutBom(result.isError()
                ? repaired(name, bytes, input.position(), problems)
                : text.flip().toString()));
    }

    private static String withoutBom(String text) {
        return text.startsWith(BOM) ? text.substring(1) : text;
    }

    /** Two or four bytes a character, told by a mark at the beginning or by the zeros between Latin letters. */
    private static Optional<Charset> wide(byte[] bytes) {
        if (bytes.length > 1 && ((bytes[0] == -1 && bytes[1] == -2) || (bytes[0] == -2 && bytes[1] == -1))) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        int[] zeros = new int[4];
        int seen = Math.min(bytes.length, 400);
        for (int index = 0; index < seen; index++) {
            zeros[index % 4] += bytes[index] == 0 ? 1 : 0;
        }
        int many = seen / 5;
        if (many > 0 && zeros[2] > many && zeros[3] > many) {
            return Optional.of(UTF_32LE);
        }
        if (many > 0 && zeros[0] > many && zeros[1] > many) {
            return Optional.of(UTF_32BE);
        }
        return narrower(zeros, seen / 12);
    }

    private static Optional<Charset> narrower(int[] zeros, int enough) {
        if (enough > 0 && zeros[0] > enough && zeros[2] > enough && zeros[1] + zeros[3] == 0) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return enough > 0 && zeros[1] > enough && zeros[3] > enough && zeros[0] + zeros[2] == 0
                ? Optional.of(StandardCharsets.UTF_16LE)
                : Optional.empty();
    }

    private static String other(String name, byte[] bytes, Charset charset, Problems problems) {
        String text = withoutBom(new String(bytes, charset));
        String known = charset.name().substring(0, "UTF-16".length());
        problems.error(Code.NOT_UTF8.id(), new Place(new Source(name, text), 1, 1, 1),
                new Words("这个文件是 " + known + " 编码,不是 UTF-8", "this file is " + known + ", not UTF-8"), SAVE_AS);
        return text;
    }

    /** Says what the first bytes are that are not UTF-8; gives the text as it was most likely meant. */
    private static String repaired(String name, byte[] bytes, int position, Problems problems) {
        int from = position;
        while (from > 0 && bytes[from - 1] != '\n') {
            from--;
        }
        int to = position;
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        boolean torn = isTorn(Arrays.copyOfRange(bytes, from, to));
        String text = torn ? new String(bytes, StandardCharsets.UTF_8) : byLines(bytes);
        String before = new String(Arrays.copyOfRange(bytes, from, torn ? position : firstSign(bytes, from)),
                StandardCharsets.UTF_8);
        Place place = new Place(new Source(name, withoutBom(text)), lines(bytes, from),
                before.codePointCount(0, before.length()) + 1, 1);
        if (torn) {
            problems.error(Code.NOT_UTF8.id(), place,
                    new Words("这里的字只剩半个,文件可能没有存完整", "half a character: the file was perhaps not saved to its end"),
                    new Words("把这个字重新打一遍;看看文件末尾有没有少内容", "type it again, and see whether the file's end is missing"));
        } else {
            problems.error(Code.NOT_UTF8.id(), place, new Words("这一行不是 UTF-8 编码,文件多半是按 GBK 保存的",
                    "this line is not UTF-8: the file was probably saved as GBK"), SAVE_AS);
        }
        return text;
    }

    /** Two bytes of GBK can pass for UTF-8 by chance: what is no ASCII is where the line turns. */
    private static int firstSign(byte[] bytes, int from) {
        int first = from;
        while (bytes[first] >= 0) {
            first++;
        }
        return first;
    }

    /** Whether a line is UTF-8 with a character broken in it: other characters of it are whole, or no other charset fits. */
    private static boolean isTorn(byte[] line) {
        String read = new String(line, StandardCharsets.UTF_8);
        long whole = read.codePoints().filter(point -> point > 0x7FF && point != 0xFFFD).count();
        long broken = read.codePoints().filter(point -> point == 0xFFFD).count();
        return whole > broken || !isGbk(line);
    }

    private static boolean isGbk(byte[] line) {
        try {
            GB18030.newDecoder().decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** Files with lines pasted from elsewhere: each line is UTF-8 if it can be, and GBK if not. */
    private static String byLines(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int index = 0; index < bytes.length; index++) {
            if (bytes[index] == '\n' || index == bytes.length - 1) {
                text.append(line(Arrays.copyOfRange(bytes, from, index + 1)));
                from = index + 1;
            }
        }
        return text.toString();
    }

    private static String line(byte[] line) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException other) {
            return new String(line, GB18030);
        }
    }

    private static int lines(byte[] bytes, int end) {
        int lines = 1;
        for (int index = 0; index < end; index++) {
            lines += bytes[index] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
