package io.qunbot.plugins.lifecycle;

import io.qunbot.plugin.Template;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.util.List;
import java.util.Optional;

/** An invitation into groups of another profile: WeCom lets nobody be moved, so a colleague sends the join way. */
@Doc(zh = "请进另一种群:企业微信不能替人换群,由同事把入群码发给客户", en = "an invitation into groups of another profile: nobody can be moved, so a colleague sends the join way")
public record Invite(
        @Doc(zh = "请进哪份配置的群", en = "the profile whose groups they are invited to") Located<String> to,
        @Doc(zh = "入群码的 state,最多 30 个字符;没有就自动建一个,建不了会告诉同事手工建", en = "the state of the join way, 30 characters at most; made by itself, or else the colleague is told to") Located<String> way,
        @Doc(zh = "由哪些岗位去请", en = "the posts that invite them") List<Located<String>> who,
        @Doc(zh = "怎么告诉同事,可以写 {{link}}", en = "the words for the colleague, {{link}} in them") Optional<Located<Template>> text) {

    /** What remarks about invitations are called, with the profile and the way behind it. */
    static final String KIND = "invited";
    static final int LONGEST_WAY = 30;
    static final Template TEXT = Template
            .parse("请邀请 {{name}} 进 {{to}} 的群:把入群链接发给客户 {{link}}(入群码“{{way}}”)。企业微信不能替人换群,要客户自己进。");
    /** Where nobody has made the join way yet. */
    static final Template BY_HAND = Template
            .parse("请邀请 {{name}} 进 {{to}} 的群。还没有入群码“{{way}}”,请先建一个:./qunbot join-way add {{to}} --state {{way}}"
                    + ";没有接口权限就发那个群的二维码,只是数不到从哪里来。企业微信不能替人换群,要客户自己进。");

    public Invite {
        who = List.copyOf(who);
    }

    String subject() {
        return to.value() + " " + way.value();
    }
}
