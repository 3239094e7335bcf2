package io.qunbot.profile;

import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.util.Optional;

/** To whom drafts go, and how long they stay there. */
@Doc(zh = "草稿给谁,多久没人发就怎么办", en = "whom drafts go to, and what happens when nobody sends them")
public record Drafts(
        @Doc(zh = "staff 里的岗位,不写就是 owner;问答写了负责人的先给负责人", en = "a post of staff, owner by default; whoever is in charge of a question comes first") Optional<Located<String>> to,
        @Default("15m") @Doc(zh = "多久没人处理就换人或作废", en = "how long it waits for somebody") Duration expires,
        @Doc(zh = "没人处理时换给哪个岗位", en = "the post that gets it after that") Optional<Located<String>> next,
        @Default("morning") @Doc(zh = "同事不在的时间怎么办", en = "what happens while nobody works") Night night) {

    /** The post that gets them first. */
    public String post() {
        return to.map(Located::value).orElse("owner");
    }

    /** The post that gets them after that. */
    public Optional<String> nextPost() {
        return next.map(Located::value);
    }

    /** What happens to drafts while nobody works. */
    public enum Night {
        @Doc(zh = "攒到上班再给", en = "they wait for the morning")
        MORNING,
        @Doc(zh = "马上给", en = "they go out at once")
        NOW
    }

    static final Drafts DEFAULT = new Drafts(Optional.empty(), Duration.ofMinutes(15), Optional.empty(), Night.MORNING);
}
