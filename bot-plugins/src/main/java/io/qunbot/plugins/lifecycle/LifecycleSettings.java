package io.qunbot.plugins.lifecycle;

import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.util.List;

/** What an operator says about the life of a customer. */
@Doc(zh = "生命周期:客户走到哪一步了", en = "how far somebody is on the way of a customer")
public record LifecycleSettings(
        @Doc(zh = "有哪些阶段,按先后", en = "the stages, in their order") List<Located<String>> stages,
        @Doc(zh = "什么时候走到哪个阶段;规则里的 stage 也算", en = "what moves somebody to a stage; a rule's stage does so, too") List<Located<Move>> move,
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
