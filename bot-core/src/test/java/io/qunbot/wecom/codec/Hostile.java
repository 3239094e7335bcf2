package io.qunbot.wecom.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.qunbot.wecom.codec.tree.Documents;
import java.util.Random;

/** Deliveries that no honest sender makes, out of a seeded generator. */
final class Hostile {

    private Hostile() {}

    static byte[] body(Random random, Sealed honest) {
        return switch (random.nextInt(6)) {
            case 0 -> noise(random);
            case 1 -> Documents.mutated(Documents.xml(random), random);
            case 2 -> Documents.mutated("{\"encrypt\":\"" + honest.encrypt() + "\"}", random);
            case 3 -> Documents.mutated("<xml>".repeat(random.nextInt(60)), random);
            case 4 -> Documents.mutated("{\"a\":[".repeat(random.nextInt(60)), random);
            default -> Documents.mutated(new String(Envelope.of(honest, false), UTF_8), random);
        };
    }

    static String query(Random random, Sealed honest) {
        String query = "msg_signature=" + honest.signature() + "&timestamp=" + honest.timestamp() + "&nonce="
                + honest.nonce()
                + "&echostr=%E5";
        return new String(Documents.mutated(query, random), UTF_8);
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        if (noise.length > 0 && random.nextBoolean()) {
            noise[0] = (byte) (random.nextBoolean() ? '<' : '{');
        }
        return noise;
    }
}
