package io.qunbot.profile;

import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;

/** A crowd without a goal is not a community: what a profile should say besides its rules. */
final class Purpose {

    private Purpose() {}

    static void check(ProfileSettings settings, YamlMap tree, Problems problems) {
        Place place = tree.get("profile").map(YamlNode::place).orElse(tree.place());
        if (settings.goal().isEmpty()) {
            problems.warn(ProfileCode.NO_PURPOSE.id(), place,
                    new Words("没有写 goal: 这个群要达到什么", "there is no goal: what is this group for?"),
                    new Words("加一行,例如 goal: 客户的问题 5 分钟内有人接住",
                            "add a line, such as goal: every question is answered in 5 minutes"));
        }
        if (settings.value().isEmpty()) {
            problems.warn(ProfileCode.NO_PURPOSE.id(), place,
                    new Words("没有写 value: 成员在这里能得到什么", "there is no value: what does a member get here?"),
                    new Words("加一行,例如 value: [专属顾问实时答疑]", "add a line, such as value: [answers by an expert]"));
        }
        if (settings.groups().isEmpty()) {
            problems.warn(ProfileCode.NO_GROUPS.id(), place,
                    new Words("没有写 groups,这份配置不管任何群", "there are no groups: this profile is for nobody"),
                    new Words("加一行,例如 groups: [{ name: \"*服务群*\" }];只供继承就写 abstract: true",
                            "add a line, such as groups: [{ name: \"*service*\" }], or abstract: true if it is only extended"));
        }
    }
}
