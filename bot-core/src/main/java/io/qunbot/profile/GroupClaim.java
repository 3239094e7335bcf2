package io.qunbot.profile;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlMap;
import java.util.Optional;
import java.util.stream.Stream;

/** Which groups a profile asks for. Exactly one of the first five says which. */
@Doc(zh = "管哪个群", en = "which group")
public record GroupClaim(
        @Doc(zh = "群的 ID", en = "the group's id") Optional<String> id,
        @Doc(zh = "群名;* 代表任意文字,? 代表一个字", en = "the group's name; * is any text, ? one character") Optional<String> name,
        @Doc(zh = "通道", en = "a channel") Optional<String> channel,
        @Doc(zh = "一对一会话", en = "one-to-one conversations") boolean direct,
        @Doc(zh = "其他配置都没有认领的群", en = "every group that nobody else claims") boolean rest,
        @Doc(zh = "只要内部群或只要客户群", en = "only groups of this kind") Optional<Kind> kind,
        @Doc(zh = "这个群自己的值", en = "this group's own values") Optional<YamlMap> with) {

    /** The kinds of groups; one-to-one conversations are told by {@code direct}. */
    public enum Kind {
        INTERNAL,
        CUSTOMER
    }

    public GroupClaim {
        long ways = Stream.of(id.isPresent(), name.isPresent(), channel.isPresent(), direct, rest).filter(way -> way)
                .count();
        if (ways != 1) {
            throw new Mistake(
                    new Words("一项只能写一种找群的办法", "one entry names groups in one way"),
                    new Words("从 id、name、channel、direct: true、rest: true 里选一个",
                            "choose one of id, name, channel, direct: true, rest: true"));
        }
    }

    /** How much this claim weighs against others. */
    Rank rank() {
        if (id.isPresent()) {
            return Rank.ID;
        }
        if (name.isPresent()) {
            return NamePattern.isPattern(name.get()) ? Rank.PATTERN : Rank.NAME;
        }
        if (channel.isPresent()) {
            return Rank.CHANNEL;
        }
        return direct ? Rank.DIRECT : Rank.REST;
    }

    /** What is claimed, as text: the same words at the same rank are the same claim. */
    String subject() {
        return id.or(() -> name).or(() -> channel).orElse("");
    }

    boolean takes(ChatKind chat) {
        return kind.isEmpty() || kind.get().name().equals(chat.name());
    }

    /** Whether it takes this conversation, and as one of this rank. */
    boolean takes(Rank rank, Chat chat, Optional<String> known) {
        return rank() == rank && takes(chat.kind()) && switch (rank) {
            case ID -> subject().equals(chat.id().value());
            case NAME -> known.filter(subject()::equals).isPresent();
            case PATTERN -> known.filter(it -> NamePattern.matches(subject(), it)).isPresent();
            case CHANNEL -> subject().equals(chat.channel());
            case DIRECT -> chat.kind() == ChatKind.DIRECT;
            case REST -> true;
        };
    }

    /** Whether it names a group of this id, this name, or a name like this. */
    boolean names(String idOrName) {
        return switch (rank()) {
            case ID, NAME -> subject().equals(idOrName);
            case PATTERN -> NamePattern.matches(subject(), idOrName);
            case CHANNEL, DIRECT, REST -> false;
        };
    }

    /** Whether some chat could be meant by both, as far as kinds go. */
    boolean sharesKind(GroupClaim other) {
        return kind.isEmpty() || other.kind.isEmpty() || kind.equals(other.kind);
    }
}
