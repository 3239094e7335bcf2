package io.qunbot.outbox;

import io.qunbot.chat.Body;
import java.nio.file.Path;
import java.util.List;

/** The folder of what is sent with words, which name their files by the path in it. */
public record Materials(Path folder) {

    /** The same words with their files where they are now: the home may have been moved since they were written. */
    public Body found(Body body) {
        return switch (body) {
            case Body.Image(String file, String words) -> new Body.Image(found(file), words);
            case Body.Document(String file, String words) -> new Body.Document(found(file), words);
            case Body.Several(List<Body> parts) -> new Body.Several(parts.stream().map(this::found).toList());
            default -> body;
        };
    }

    private String found(String file) {
        return folder.resolve(file).toString();
    }
}
