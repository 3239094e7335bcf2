package io.qunbot.plugins.leads;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Retired;
import java.util.Map;
import java.util.Optional;

/** What an operator says about leads. */
@Doc(zh = "线索:攒够了依据,连同原话交给同事一次", en = "leads: handed to a colleague once, with what speaks for them")
@Retired(@Retired.Field(name = "family", zh = "不用写:阶段和分数跟着人走,几种群合用一套;要分组的标签写在 config/tags.yaml 的 tags 里", en = "leave it out: stage and points follow a person through all groups; families of tags stand in config/tags.yaml"))
public record LeadsSettings(
        @Doc(zh = "每个标签值几分,例如 { 问过费用: 20, 想试用: 30 };规则里的 score 另算", en = "how many points a tag is worth; a rule's score counts besides") Map<String, Located<Integer>> score,
        @Doc(zh = "到什么程度才交给同事", en = "what it takes to be handed over") Qualified qualified,
        @Doc(zh = "交给谁、多久要答复", en = "who gets it, and how soon they have to answer") Located<Hand> hand,
        @Doc(zh = "久了没有新的依据就减分", en = "how points go when nothing new comes") Optional<Decay> decay) {

    public LeadsSettings {
        score = Map.copyOf(score);
    }
}
