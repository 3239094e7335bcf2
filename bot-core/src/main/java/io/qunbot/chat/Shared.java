package io.qunbot.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people share in a conversation beside words, pictures and files, as the session archive brings it. */
public sealed interface Shared extends Content {

    /** A person's card. {@code company} may be empty. */
    record NameCard(String member, String company) implements Shared {
        @Override
        public String text() {
            return line("名片", member, company);
        }
    }

    /** A sticker. {@code reference} is where its bytes are; may be empty. */
    record Sticker(boolean moving, String reference) implements Shared {
        @Override
        public String text() {
            return "[表情]";
        }
    }

    record MiniProgram(String title, String description, String name) implements Shared {
        @Override
        public String text() {
            return line("小程序", name, title, description);
        }
    }

    /** A conversation that was passed on. */
    record Transcript(String title, List<Quote> quotes) implements Shared {
        public Transcript {
            quotes = List.copyOf(quotes);
        }

        @Override
        public String text() {
            return Stream.concat(Stream.of(line("聊天记录", title)), quotes.stream().map(quote -> quote.content().text()))
                    .collect(Collectors.joining("\n"));
        }
    }

    /** What somebody said elsewhere. {@code at} is empty when nobody knows. */
    record Quote(Optional<Instant> at, Content content) {}

    record Vote(String title, List<String> options) implements Shared {
        public Vote {
            options = List.copyOf(options);
        }

        @Override
        public String text() {
            return line("投票", title, String.join("、", options));
        }
    }

    record Todo(String title, String details) implements Shared {
        @Override
        public String text() {
            return line("待办", title, details);
        }
    }

    /** A form to fill in. {@code by} is who made it; may be empty. */
    record Form(String title, String by, List<String> questions) implements Shared {
        public Form {
            questions = List.copyOf(questions);
        }

        @Override
        public String text() {
            return line("填表", title, String.join("、", questions));
        }
    }

    /** Money in an envelope. {@code cents} is all of it, in fen. */
    record Gift(String wish, long count, long cents) implements Shared {
        @Override
        public String text() {
            return line("红包", wish);
        }
    }

    /** @param remarks may be empty, and so may the place */
    record Meeting(String topic, Optional<Instant> from, Optional<Instant> until, String place, String remarks)
            implements
                Shared {
        @Override
        public String text() {
            return line("会议", topic, place, remarks);
        }
    }

    /** A document that is written together. {@code by} is who made it; may be empty. */
    record Document(String title, String url, String by) implements Shared {
        @Override
        public String text() {
            return line("在线文档", title);
        }
    }

    /** An entry of a calendar. */
    record Appointment(String title, String by, List<String> attendees, Span span, String place, String remarks)
            implements
                Shared {
        public Appointment {
            attendees = List.copyOf(attendees);
        }

        @Override
        public String text() {
            return line("日程", title, place, remarks, String.join("、", attendees));
        }
    }

    /** From when until when; either may be unknown. */
    record Span(Optional<Instant> from, Optional<Instant> until) {}

    /**
     * People talked, or showed each other something while they talked.
     *
     * @param about names of what was shown; may be empty
     */
    record Call(boolean film, long seconds, String about, String reference) implements Shared {
        @Override
        public String text() {
            return line(film ? "视频通话" : "语音通话", seconds == 0 ? "" : seconds + " 秒", about);
        }
    }

    /** Something of a WeChat channel (视频号). */
    record Film(String channel, String description) implements Shared {
        @Override
        public String text() {
            return line("视频号", channel, description);
        }
    }

    /** Something whose content was not kept, since who said it had not agreed. {@code type} is what it was. */
    record Withheld(String type) implements Shared {
        @Override
        public String text() {
            return "[没有同意存档,内容没有保存]";
        }
    }

    private static String line(String kind, String... words) {
        return Stream.concat(Stream.of("[" + kind + "]"), Stream.of(words)).filter(word -> !word.isBlank())
                .collect(Collectors.joining(" "));
    }
}
