package io.qunbot.rota;

import io.qunbot.chat.MemberId;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Shorthand;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.Optional;

/** Who holds a post: colleagues, or whoever a rota says. */
@Shorthand("who")
@Doc(zh = "负责的同事,或者 { rota: 值班表 }", en = "the colleagues who hold it, or { rota: NAME }")
public record Post(
        @Doc(zh = "同事的账号", en = "accounts of colleagues") List<Colleague> who,
        @Doc(zh = "值班表:config/rota/ 里文件的名字", en = "a rota: the name of a file in config/rota/") Optional<Located<String>> rota) {

    public Post {
        who = List.copyOf(who);
        if (who.isEmpty() == rota.isEmpty()) {
            throw new Mistake(new Words("一个岗位写同事的账号,或者写 rota", "a post has accounts, or a rota"),
                    new Words("例如 值班: { rota: oncall }", "such as oncall: { rota: oncall }"));
        }
    }

    /** The colleagues in order, or what stands for whoever is on duty. */
    public List<MemberId> holders() {
        return rota.map(name -> List.of(Rotas.recipient(name.value())))
                .orElseGet(() -> who.stream().map(Colleague::id).toList());
    }
}
