package io.qunbot.plugins.campaigns;

import io.qunbot.plugin.Rate;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Shorthand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator wants said to single members. */
@Doc(zh = "群发:到时间发给一个分群里的每一位,客户由加过的同事确认后发出", en = "campaigns: the same words to each member of a segment; for customers the colleague who has them confirms it")
@Shorthand("list")
public record CampaignsSettings(
        @Doc(zh = "群发", en = "the campaigns") List<Located<Mailing>> list,
        @Doc(zh = "一个人一段时间里最多收到几次群发,默认 4/30d;企业微信每月不超过当月天数", en = "how many campaigns a member gets within a time, 4/30d by default; WeCom takes as many a month as it has days") Optional<Located<Rate>> limit) {

    private static final Rate USUAL = new Rate(4, Duration.ofDays(30));

    public CampaignsSettings {
        list = List.copyOf(list);
    }

    Rate rate() {
        return limit.map(Located::value).orElse(USUAL);
    }
}
