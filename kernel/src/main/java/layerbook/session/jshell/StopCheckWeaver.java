package layerbook.session.jshell;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts stop checks into a snippet's class, and a refusal in the place of {@code System.exit}; sends what is meant for variables and methods of
 * earlier shells to where these are. No branch is added, so the frames that the
 * compiler wrote stay right and only the stack's depth is to be found anew.
 */
final class StopCheckWeaver {
    private static final String STOP = Type.getInternalName(Stop.class);

    private StopCheckWeaver() {}

    static byte[] weave(byte[] code, SharedClasses library) {
        var reader = new ClassReader(code);
        var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return new Checks(super.visitMethod(access, name, descriptor, signature, exceptions), name, library);
            }
        }, 0);
        return writer.toByteArray();
    }

    /** The parts of a method that matter: its entry, its jumps back, and calls that would end the process. */
    private static final class Checks extends MethodVisitor {
        private final Set<Label> seen = new HashSet<>();
        private final boolean checksEntry;
        private final SharedClasses library;

        Checks(MethodVisitor next, String name, SharedClasses library) {
            super(Opcodes.ASM9, next);
            this.library = library;
            checksEntry = !name.equals("<clinit>");
        }

        private void check() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, STOP, "check", "()V", false);
        }

        @Override public void visitCode() {
            super.visitCode();
            if (checksEntry) {
                check();
            }
        }

        @Override public void visitLabel(Label label) {
            seen.add(label);
            super.visitLabel(label);
        }

        @Override public void visitJumpInsn(int opcode, Label label) {
            if (seen.contains(label)) {
                check();
            }
            super.visitJumpInsn(opcode, label);
        }

        @Override public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            super.visitFieldInsn(opcode, SharedClasses.isShown(owner) ? library.owner(name, descriptor) : owner, name, descriptor);
        }

        @Override public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (endsProcess(owner, name, descriptor)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, STOP, name, standIn(owner), false);
            } else {
                super.visitMethodInsn(opcode, SharedClasses.isShown(owner) ? library.owner(name, descriptor) : owner, name, descriptor, isInterface);
            }
        }

        @Override public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] replaced = arguments.clone();
            for (int i = 0; i < replaced.length; i++) {
                if (replaced[i] instanceof Handle h && endsProcess(h.getOwner(), h.getName(), h.getDesc())) {
                    replaced[i] = new Handle(Opcodes.H_INVOKESTATIC, STOP, h.getName(), standIn(h.getOwner()), false);
                } else if (replaced[i] instanceof Handle h && SharedClasses.isShown(h.getOwner())) {
                    replaced[i] = new Handle(h.getTag(), library.owner(h.getName(), h.getDesc()), h.getName(), h.getDesc(), h.isInterface());
                }
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, replaced);
        }

        private static boolean endsProcess(String owner, String name, String descriptor) {
            boolean runtime = owner.equals("java/lang/Runtime") && (name.equals("exit") || name.equals("halt"));
            return (runtime || owner.equals("java/lang/System") && name.equals("exit")) && descriptor.equals("(I)V");
        }

        private static String standIn(String owner) {
            return owner.equals("java/lang/System") ? "(I)V" : "(Ljava/lang/Runtime;I)V";
        }
    }
}
