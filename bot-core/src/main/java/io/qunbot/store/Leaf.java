package io.qunbot.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The digests of which evidence is made. A plain digest of a short text can be guessed, so that each has a salt of its
 * own: without it nobody can tell what the text was. Not thread-safe.
 */
final class Leaf {

    static final int SALT = 16;
    private static final int BEGINNING = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MessageDigest sha = sha256();

    /** A salt of its own, and as much of the digest as tells where something was changed. */
    byte[] proof(byte[] content) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        byte[] leaf = of(salt, content);
        byte[] proof = Arrays.copyOf(salt, SALT + BEGINNING);
        System.arraycopy(leaf, 0, proof, SALT, BEGINNING);
        return proof;
    }

    /** The digest of content, with the salt at the beginning of its proof. */
    byte[] of(byte[] proof, byte[] content) {
        sha.update(proof, 0, SALT);
        return sha.digest(content);
    }

    /** Whether a digest begins as its proof says. */
    static boolean fits(byte[] leaf, byte[] proof) {
        return proof.length == SALT + BEGINNING
                && Arrays.equals(leaf, 0, BEGINNING, proof, SALT, SALT + BEGINNING);
    }

    /** The chain's next head. */
    byte[] link(byte[] head, byte[] leaf) {
        sha.update(head);
        return sha.digest(leaf);
    }

    /** Where the chain of a lane begins. */
    byte[] beginning(int kind, String lane) {
        return sha.digest(new Bytes().add("qunbot seal 1").add(kind).add(lane).all());
    }

    /** All that never changes of an event. */
    static byte[] content(String lane, JournalRow row) {
        return new Bytes().add(row.seq()).add(lane).add(row.id().channel()).add(row.id().key())
                .add(row.at().toEpochMilli()).add(row.received().toEpochMilli()).add(row.payload()).add(row.answer())
                .add(row.rule()).all();
    }

    /** What was said, and what became of it. */
    static byte[] content(String lane, OutboxRow row, String outcome, String book) {
        return new Bytes().add(row.id()).add(row.seq()).add(lane).add(row.channel()).add(row.kind())
                .add(row.recipient()).add(row.body()).add(row.plugin()).add(row.rule())
                .add(row.created().toEpochMilli()).add(outcome).add(book).all();
    }

    /** What a tombstone says. */
    static byte[] content(Tombstone stone) {
        return new Bytes().add(stone.id()).add(stone.at().toEpochMilli()).add(stone.who()).add(stone.reason())
                .add(stone.events()).add(stone.words()).all();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing); // every JDK has it
        }
    }

    /** Values one behind the other, each with its length, so that no two rows give the same bytes. */
    private static final class Bytes {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

        Bytes add(long value) {
            out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
            return this;
        }

        Bytes add(@Nullable String text) {
            return text == null ? add(-1) : add(text.getBytes(StandardCharsets.UTF_8));
        }

        Bytes add(byte[] bytes) {
            add(bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        byte[] all() {
            return out.toByteArray();
        }
    }
}
