package io.qunbot.plugins.lifecycle;

import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Retired;
import java.util.List;
import java.util.Optional;

/** What an operator says about the life of a customer. */
@Doc(zh = "生命周期:客户走到哪一步了", en = "how far somebody is on the way of a customer")
@Retired(@Retired.Field(name = "family", zh = "不用写:阶段和分数跟着人走,几种群合用一套;要分组的标签写在 config/tags.yaml 的 tags 里", en = "leave it out: stage and points follow a person through all groups; families of tags stand in config/tags.yaml"))
public record LifecycleSettings(
        @Doc(zh = "有哪些阶段,按先后", en = "the stages, in their order") List<Located<String>> stages,
        @Doc(zh = "什么时候走到哪个阶段;规则里的 stage 也算", en = "what moves somebody to a stage; a rule's stage does so, too") List<Located<Move>> move,
        @Doc(zh = "没成交的时候", en = "when a deal comes to nothing") Optional<Located<Lost>> lost,
        @Default("ask") @Doc(zh = "往回走要不要问", en = "what happens when somebody should go back") Back back,
        @Default("owner") @Doc(zh = "往回走问哪个岗位", en = "the post that is asked before somebody goes back") Located<String> who) {

    public LifecycleSettings {
        stages = List.copyOf(stages);
        move = List.copyOf(move);
    }

    /** Where a stage stands; -1 for one that these rules do not know. */
    int place(String stage) {
        return stages.stream().map(Located::value).toList().indexOf(stage);
    }
}
