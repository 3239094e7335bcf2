package io.qunbot.cli;

import io.qunbot.bot.reading.Visitor;
import io.qunbot.plugin.mask.Mask;
import io.qunbot.plugin.mask.Masks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import java.util.stream.Collectors;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who reads the archive, and how much of it they see; the same options wherever it is read. */
final class Sight {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--mask", arity = "0..1", paramLabel = "手机号,身份证号,银行卡号,邮箱,成员", parameterConsumer = Kinds.class, description = "只露头尾:不写就是除成员以外的都遮;群的配置里写了 mask 的,不加这个也遮 / show head and tail only; without a value all but who said it; what a profile masks is masked anyway")
    private Masks masks = Masks.NONE;

    @Option(names = "--plain", description = "什么也不遮;会记在 archive log 里 / mask nothing; that is in archive log")
    private boolean plain;

    @Option(names = "--as", paramLabel = "NAME", description = "谁在看,记在 archive log 里;默认是登录这台机器的用户 / who reads, for archive log; the user of this machine by default")
    private String by = System.getProperty("user.name", "");

    /** Takes what follows only if it names what can be masked: it may be what is looked for. */
    static final class Kinds implements IParameterConsumer {

        @Override
        @SuppressWarnings("JdkObsolete") // picocli's own signature
        public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
            Optional<Masks> named = arguments.isEmpty() ? Optional.empty() : read(arguments.peek());
            named.ifPresent(_ -> arguments.pop());
            option.setValue(named.orElse(Masks.USUAL));
        }

        private static Optional<Masks> read(String names) {
            List<Optional<Mask>> kinds = Arrays.stream(names.split("[,,、]", -1)).map(Mask::of).toList();
            return kinds.stream().allMatch(Optional::isPresent)
                    ? Optional.of(new Masks(kinds.stream().flatMap(Optional::stream).collect(Collectors.toSet())))
                    : Optional.empty();
        }
    }

    /** Whoever runs the command. */
    Visitor visitor(String command) {
        if (plain && !masks.kinds().isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "--plain 和 --mask 只能写一个 (either --plain or --mask, not both)");
        }
        return new Visitor(by, command, masks, plain, 0);
    }

    /** What is hidden beyond what profiles hide. */
    List<String> hidden() {
        return masks.titles();
    }
}
