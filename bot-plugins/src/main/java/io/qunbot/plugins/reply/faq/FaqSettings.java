package io.qunbot.plugins.reply.faq;

import io.qunbot.ranking.Mode;
import io.qunbot.yaml.Companion;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Shorthand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which catalogues of questions are answered, and how sure one has to be. */
@Doc(zh = "问答", en = "the catalogue of questions")
@Shorthand("file")
public record FaqSettings(
        @Doc(zh = "问答文件,可以写几个", en = "files of questions, one or several") List<Companion<FaqFile>> file,
        @Doc(zh = "careful 宁可不答(默认);balanced 多答一些", en = "careful: rather silent than wrong (the default); balanced: answers more") Optional<Located<Mode>> mode,
        @Doc(zh = "有多大把握才答,0 到 1;不写就按 mode", en = "how sure it must be to answer, 0 to 1; as the mode says by default") Optional<Located<Double>> answer,
        @Doc(zh = "拿不准的时候:{ min: 0.4, to: asker } 或 off", en = "when it is not sure: { min: 0.4, to: asker } or off") Optional<Located<OfferSettings>> offer,
        @Doc(zh = "同事说话后多久内不插话;0 不管", en = "for how long it does not speak after a colleague has; 0 for not at all") @Key("quiet_after") @Default("2m") Duration quietAfter) {

    public FaqSettings {
        file = List.copyOf(file);
    }
}
