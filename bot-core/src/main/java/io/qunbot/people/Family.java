package io.qunbot.people;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tags that belong together. */
@Doc(zh = "一组标签:one 互相替换,any 可以并存", en = "tags that belong together: of one there is only one at a time, of any there may be several")
public record Family(
        @Doc(zh = "只能有其中一个:打上新的就换掉旧的", en = "only one of these at a time: a new one replaces the old one") List<Located<String>> one,
        @Doc(zh = "可以同时有几个", en = "several of these at a time") List<Located<String>> any,
        @Doc(zh = "保留多久;再次打上就重新算,例如 60d", en = "how long they stay; the time begins anew when a rule puts the tag on again, such as 60d") Optional<Duration> keep,
        @Doc(zh = "同步到哪里:wecom 是企业微信的客户标签", en = "where they are mirrored: wecom for the corp tags of WeCom") Optional<Sync> sync) {

    /** Where tags are mirrored. */
    public enum Sync {
        @Doc(zh = "企业微信的客户标签", en = "WeCom's corp tags of customers")
        WECOM
    }

    public Family {
        one = List.copyOf(one);
        any = List.copyOf(any);
    }

    /** All its tags. */
    public List<Located<String>> tags() {
        return Stream.concat(one.stream(), any.stream()).toList();
    }
}
