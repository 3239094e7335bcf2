package io.qunbot.wecom.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.qunbot.chat.Content;
import io.qunbot.chat.Shared;
import io.qunbot.wecom.codec.tree.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What messages hold, by their type (document 91774). */
final class Bodies {

    /** Conversations that were passed on may hold others; nobody passes on deeper ones. */
    private static final int MOST_DEEP = 8;
    private static final String RECORD = "ChatRecord";

    private Bodies() {}

    static Content of(Node message) {
        if (!message.text(Withheld.MARK).isEmpty()) {
            return new Shared.Withheld(message.text("msgtype"));
        }
        return new Body(message.text("msgtype"), body(message), 0).content();
    }

    /** Some types have their fields under another name than their own. */
    private static Node body(Node message) {
        String type = message.text("msgtype");
        return Stream.of(type.replace("_", ""), other(type), "info").map(message::child)
                .filter(node -> !node.name().isEmpty()).findFirst().orElse(message);
    }

    private static String other(String type) {
        return switch (type) {
            case "docmsg" -> "doc";
            case "external_redpacket" -> "redpacket";
            default -> "info";
        };
    }

    /** @param depth how many messages it is inside of */
    private record Body(String type, Node fields, int depth) {

        Content content() {
            return switch (type) {
                case "text", "markdown" -> text("content").isEmpty() ? unknown() : new Content.Text(text("content"));
                case "image" -> new Content.Image(file());
                case "voice" -> new Content.Voice("", file());
                case "video" -> new Content.Video(file());
                case "file", "qydiskfile" -> new Content.File(text("filename"), file());
                case "location" -> location();
                case "link" -> new Content.Link(text("title"), text("description"), text("linkurl"));
                case "news" -> several(fields.children("item").stream().map(Body::article).toList());
                case "mixed" -> several(parts());
                default -> shared();
            };
        }

        private Content shared() {
            return switch (type) {
                case "card" -> new Shared.NameCard(text("userid"), text("corpname"));
                case "emotion" -> new Shared.Sticker(text("type").equals("1"), file());
                case "weapp" -> new Shared.MiniProgram(text("title"), text("description"), text("displayname"));
                case "chatrecord" -> new Shared.Transcript(text("title"), quotes());
                case "vote" -> new Shared.Vote(text("votetitle"), texts("voteitem"));
                case "todo" -> new Shared.Todo(text("title"), text("content"));
                case "collect" -> form();
                case "redpacket", "external_redpacket" ->
                    new Shared.Gift(text("wish"), number("totalcnt"), number("totalamount"));
                case "meeting" -> new Shared.Meeting(text("topic"), Times.read(text("starttime")),
                        Times.read(text("endtime")), text("address"), text("remarks"));
                case "docmsg" -> new Shared.Document(text("title"), text("linkurl"), text("doccreator"));
                case "calendar" -> appointment();
                case "voiptext", "meeting_voice_call", "voip_doc_share" -> call();
                case "sphfeed" -> new Shared.Film(text("sphname"), text("feeddesc"));
                default -> unknown();
            };
        }

        private String text(String key) {
            return fields.text(key);
        }

        private String file() {
            return text("sdkfileid");
        }

        private List<String> texts(String key) {
            return fields.children(key).stream().map(Node::text).filter(text -> !text.isBlank()).toList();
        }

        private long number(String key) {
            try {
                return text(key).isEmpty() ? 0 : Long.parseLong(text(key));
            } catch (NumberFormatException _) {
                return 0;
            }
        }

        private Content unknown() {
            return new Content.Unknown(type);
        }

        private Content several(List<Content> parts) {
            return parts.isEmpty() ? unknown() : new Content.Mixed(parts);
        }

        private Content location() {
            try {
                String label = Stream.of(text("title"), text("address")).filter(word -> !word.isBlank()).distinct()
                        .reduce((one, other) -> one + " " + other).orElse("");
                return new Content.Location(label, Double.parseDouble(text("latitude")),
                        Double.parseDouble(text("longitude")));
            } catch (NumberFormatException _) {
                return unknown();
            }
        }

        private static Content article(Node item) {
            return new Content.Link(item.text("title"), item.text("description"), item.text("url"));
        }

        private Shared form() {
            String title = Stream.of(text("title"), text("roomname")).filter(word -> !word.isBlank()).findFirst()
                    .orElse("");
            return new Shared.Form(title, text("creator"),
                    fields.children("details").stream().map(question -> question.text("ques")).toList());
        }

        private Shared appointment() {
            return new Shared.Appointment(text("title"), text("creatorname"), texts("attendeename"),
                    new Shared.Span(Times.read(text("starttime")), Times.read(text("endtime"))), text("place"),
                    text("remarks"));
        }

        /** Invitations 1 and 3 are for films, 2 and 4 for voices. */
        private Shared call() {
            String shown = Stream.concat(Stream.of(text("filename")),
                    fields.children("demofiledata").stream().map(each -> each.text("filename")))
                    .filter(name -> !name.isBlank()).reduce((one, other) -> one + "、" + other).orElse("");
            return new Shared.Call(text("invitetype").equals("1") || text("invitetype").equals("3"),
                    number("callduration"), shown, file());
        }

        private List<Content> parts() {
            return fields.children("item").stream().map(this::part).toList();
        }

        private List<Shared.Quote> quotes() {
            return fields.children("item").stream()
                    .map(item -> new Shared.Quote(Times.read(item.text("msgtime")), part(item))).toList();
        }

        /** A message inside of a message: its fields are JSON in a string, or stand there as they are. */
        private Content part(Node item) {
            String kind = kind(item.text("type"));
            Node content = item.child("content");
            Optional<Node> inner = content.children().isEmpty()
                    ? Node.read(content.text().getBytes(UTF_8))
                    : Optional.of(content);
            if (inner.isPresent() && depth < MOST_DEEP) {
                return new Body(kind, inner.get(), depth + 1).content();
            }
            boolean plain = kind.equals("text") && inner.isEmpty() && !content.text().isBlank();
            return plain ? new Content.Text(content.text()) : new Content.Unknown(kind);
        }

        /** {@code ChatRecordText} is a text; a conversation inside of a conversation has no word of its own. */
        private static String kind(String type) {
            if (!type.startsWith(RECORD)) {
                return type;
            }
            String rest = type.substring(RECORD.length()).toLowerCase(Locale.ROOT);
            return rest.isEmpty() ? "chatrecord" : rest;
        }
    }
}
